import type { ReactNode } from 'react';
import type { Problem } from '../api/problem';
import type { Pages } from '../data/usePages';
import { useText } from '../text';
import { commonTexts } from '../text/common.texts';
import { Button } from './Button';
import { ProblemNote } from './ProblemNote';
import { Stale } from './Stale';

interface Props<T> {
  readonly of: { readonly value: T | undefined; readonly problem: Problem | undefined; readonly asOf: number; readonly oldAfter: number };
  readonly children: (value: T) => ReactNode;
}

/** Shows something once it is there; says when it is awaited, refused or old. */
export function Loaded<T>({ of, children }: Props<T>) {
  return (
    <>
      <ProblemNote problem={of.problem} />
      {of.value === undefined ? of.problem === undefined && <Loading /> : <Stale asOf={of.asOf} oldAfter={of.oldAfter} />}
      {of.value !== undefined && children(of.value)}
    </>
  );
}

/** Keeps the room that is about to be filled. */
export function Loading() {
  const text = useText(commonTexts);
  return (
    <p className="loading" role="status">
      {text.loading}
    </p>
  );
}

interface ListProps<T> {
  readonly of: Pages<T>;
  /** What to say when there is nothing. */
  readonly empty: ReactNode;
  readonly children: (all: readonly T[]) => ReactNode;
}

/** Shows a list with its states: awaited, refused, empty, old, and more to come. */
export function LoadedList<T>({ of, empty, children }: ListProps<T>) {
  const text = useText(commonTexts);
  return (
    <Loaded of={{ ...of, value: of.all }}>
      {(all) => (
        <>
          {all.length === 0 ? empty : children(all)}
          {of.hasMore && (
            <Button busy={of.loadingMore} onClick={of.more}>
              {text.showMore}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
