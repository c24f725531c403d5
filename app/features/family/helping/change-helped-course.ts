import { actOnCourse } from '~/features/medication/courses/act-on-course'
import { one, type Outcome } from '~/features/medication/forms/form-values'
import type { Act } from '~/features/medication/forms/form-values'

/** Of what a person does with their own medicine, what whoever helps may do: nothing that counts what is left. */
const offered = ['pause', 'still', 'resume', 'end', 'revive']

const notOffered: Outcome = {
  errors: [{ fieldId: 'content', message: '그건 부모님 휴대폰에서만 할 수 있어요.' }],
}

export const changeHelpedCourse =
  (courseId: string): Act =>
  (values, facts, now, newId) =>
    offered.includes(one(values, 'intent'))
      ? actOnCourse(courseId)(values, facts, now, newId)
      : notOffered
