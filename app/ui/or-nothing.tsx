import { Component, type ReactNode } from 'react'

/** Around what is good to have on a page: when it fails, the page goes on without it. */
export class OrNothing extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
