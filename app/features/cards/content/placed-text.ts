/** A text people will read and where it stands in its file, so that the copy lint can name the line. */
export interface PlacedText {
  kind: 'title' | 'sentence' | 'answer' | 'alt' | 'label' | 'name'
  text: string
  line: number
}
