import { Component, type ReactNode } from 'react';
import { useText } from '../text';
import { commonTexts } from '../text/common.texts';

/** A page that broke says so, and the frame around it goes on. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const text = useText(commonTexts);
  return (
    <div className="note note-bad" role="alert">
      <p className="note-title">{text.unexpectedTitle}</p>
      <p>{text.unexpectedDetail}</p>
    </div>
  );
}
