import { Socket } from 'node:net'

/**
 * A socket that hands over at once what is written to it in one go. Otherwise each statement of a
 * pipeline is a system call of its own, which costs about as much as compiling the statement.
 */
export class CorkedSocket extends Socket {
  #isHeld = false

  override cork(): void {
    super.cork()
    if (this.#isHeld) return
    this.#isHeld = true
    super.cork()
    // Runs after all promise callbacks that are due, so after every statement that they send.
    process.nextTick(() => {
      this.#isHeld = false
      super.uncork()
    })
  }
}
