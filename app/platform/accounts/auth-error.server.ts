/** A refusal in the words of Supabase Auth: `code` as in its list of error codes. */
export class AuthServerError extends Error {
  override name = 'AuthServerError'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const codeIsWrongOrOld = () =>
  new AuthServerError(403, 'otp_expired', 'Token has expired or is invalid')

export const userIsMissing = (status: 403 | 404) =>
  new AuthServerError(status, 'user_not_found', 'User not found')

export const phoneIsTaken = () =>
  new AuthServerError(
    422,
    'phone_exists',
    'A user with this phone number has already been registered',
  )
