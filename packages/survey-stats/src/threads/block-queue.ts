/**
 * Blocks on their way from the calling thread to the others, on memory that all of them see: slots that the calling thread fills and
 * refills, and the others empty.
 */
export interface BlockQueue {
  /** whether it has ended, how often that or a slot changed, and of every slot its state and its block */
  readonly state: Int32Array;
}

export interface TakenBlock {
  readonly slot: number;
  readonly block: number;
}

const [ENDED, CHANGES, FIRST_SLOT] = [0, 1, 2] as const;
const [EMPTY, FULL, TAKEN] = [0, 1, 2] as const;

export function blockQueue(slots: number): BlockQueue {
  return { state: new Int32Array(new SharedArrayBuffer((FIRST_SLOT + slots * 2) * 4)) };
}

/** Undefined if there is none. */
export function emptySlot({ state }: BlockQueue): number | undefined {
  for (let at = FIRST_SLOT; at < state.length; at += 2) {
    if (Atomics.load(state, at) === EMPTY) return (at - FIRST_SLOT) / 2;
  }
  return undefined;
}

export function fillSlot(queue: BlockQueue, slot: number, block: number): void {
  const at = FIRST_SLOT + slot * 2;
  Atomics.store(queue.state, at + 1, block);
  Atomics.store(queue.state, at, FULL);
  tell(queue);
}

/** A block that no other thread gets any more; undefined if no slot is full. */
export function takeBlock({ state }: BlockQueue): TakenBlock | undefined {
  for (let at = FIRST_SLOT; at < state.length; at += 2) {
    if (Atomics.compareExchange(state, at, FULL, TAKEN) === FULL) {
      return { slot: (at - FIRST_SLOT) / 2, block: Atomics.load(state, at + 1) };
    }
  }
  return undefined;
}

/** The same, but waits for one unless the queue has ended. Not for the calling thread, which fills the slots. */
export function waitForBlock(queue: BlockQueue): TakenBlock | undefined {
  for (;;) {
    const seen = Atomics.load(queue.state, CHANGES);
    const taken = takeBlock(queue);
    if (taken || hasEnded(queue)) return taken;
    Atomics.wait(queue.state, CHANGES, seen);
  }
}

/** Says that a block is done with, and its slot empty. */
export function releaseSlot({ state }: BlockQueue, slot: number): void {
  Atomics.store(state, FIRST_SLOT + slot * 2, EMPTY);
}

export function hasEnded({ state }: BlockQueue): boolean {
  return Atomics.load(state, ENDED) !== 0;
}

/** Lets no thread wait for another block. */
export function endQueue(queue: BlockQueue): void {
  Atomics.store(queue.state, ENDED, 1);
  tell(queue);
}

function tell({ state }: BlockQueue): void {
  Atomics.add(state, CHANGES, 1);
  Atomics.notify(state, CHANGES);
}
