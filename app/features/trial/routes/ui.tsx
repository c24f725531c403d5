export default function Ui() {
  return <h1>곁에의 부품</h1>
}
