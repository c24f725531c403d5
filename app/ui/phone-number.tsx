/** A telephone number as people write it, in one piece: it breaks only where it is wider than a whole line. */
export const PhoneNumber = ({ children }: { children: string }) => (
  <span className="phone-number">{children}</span>
)
