/** Header with which the service worker asks for a document without personal data; value `1`. */
export const shellHeader = 'X-Gyeote-Shell'
