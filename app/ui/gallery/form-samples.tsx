import { Button } from '../button'
import { ChoiceGroup } from '../choice-group'
import { CodeField } from '../code-field'
import { ErrorSummary } from '../error-summary'
import { Field } from '../field'
import { Chapter, Sample } from './sample'

const shortPhone = '전화번호 숫자가 모자라요. 010부터 11자리를 넣어 주세요.'
const lateCode = '문자가 온 지 5분이 지났어요. 새 번호를 받아 주세요.'
const summary = [
  { fieldId: 'phone-short', message: shortPhone },
  { fieldId: 'code-late', message: lateCode },
]

export function FormSamples() {
  return (
    <Chapter id="forms" title="묻고 적기">
      <Sample name="빈 칸">
        <Field name="name" label="이름" hint="불러 드릴 이름을 적어 주세요." autoComplete="name" />
      </Sample>
      <Sample name="적은 칸">
        <Field name="nickname" label="별명" defaultValue="순자" />
      </Sample>
      <Sample name="고칠 것 모음">
        <ErrorSummary title="두 가지를 고쳐 주세요" errors={summary} />
      </Sample>
      <Sample name="고칠 칸">
        <div className="grid gap-6">
          <Field
            name="phone-short"
            label="전화번호"
            hint="문자를 받을 수 있는 번호예요."
            error={shortPhone}
            type="tel"
            autoComplete="tel"
            defaultValue="010-1234"
          />
          <CodeField
            name="code-late"
            label="문자로 받은 숫자"
            error={lateCode}
            defaultValue="123456"
          />
        </div>
      </Sample>
      <Sample name="숫자 여섯 자리">
        <CodeField name="code" label="문자로 받은 숫자" hint="문자를 통째로 붙여 넣어도 돼요." />
      </Sample>
      <Sample name="하나 고르기">
        <ChoiceGroup
          name="theme"
          legend="화면 밝기"
          defaultValue="system"
          columns={2}
          choices={[
            { value: 'system', label: '휴대폰처럼', icon: 'device' },
            { value: 'light', label: '밝게', icon: 'sun' },
            { value: 'dark', label: '어둡게', icon: 'moon' },
            { value: 'contrast', label: '또렷하게', icon: 'contrast' },
          ]}
        />
      </Sample>
      <Sample name="설명이 붙은 고르기">
        <ChoiceGroup
          name="rate"
          legend="읽는 빠르기"
          hint="들어 보기를 누르면 이 빠르기로 읽어요."
          defaultValue="0.9"
          choices={[
            { value: '0.7', label: '천천히', detail: '한 마디씩 또박또박' },
            { value: '0.9', label: '보통', detail: '옆에서 말하듯이' },
            { value: '1.1', label: '조금 빠르게' },
          ]}
        />
      </Sample>
      <Sample name="고르지 않고 보냈을 때">
        <ChoiceGroup
          name="quiz"
          legend="사진을 크게 보려면 어떻게 할까요?"
          error="아직 고르지 않으셨어요. 하나를 골라 주세요."
          choices={[
            { value: '1', label: '두 손가락을 벌려요' },
            { value: '2', label: '화면을 세게 눌러요' },
            { value: '3', label: '휴대폰을 흔들어요' },
          ]}
        />
      </Sample>
      <Sample name="보내기">
        <Button type="button" full>
          골랐어요
        </Button>
      </Sample>
    </Chapter>
  )
}
