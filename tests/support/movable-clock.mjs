// A clock of the whole process that is moved by a message. To a server that falls a day behind, every phone is a day fast
// from now on, its pages and its service worker alike; a browser's fake clock would move the page alone.
import http from 'node:http'

let movedMs = 0
process.on('message', ({ moveClockMs }) => {
  movedMs = moveClockMs
  process.send({ movedMs })
})
process.channel.unref()

const TrueDate = Date
globalThis.Date = class extends TrueDate {
  constructor(...given) {
    super(...(given.length === 0 ? [TrueDate.now() + movedMs] : given))
  }
  static now() {
    return TrueDate.now() + movedMs
  }
}

// Node stamps answers with the clock that it began with.
const { emit } = http.Server.prototype
http.Server.prototype.emit = function (event, ...rest) {
  if (event === 'request') rest[1].setHeader('Date', new Date().toUTCString())
  return emit.call(this, event, ...rest)
}
