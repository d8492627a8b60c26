import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Icon, type IconName } from './Icon';

export interface MenuItem {
  readonly name: string;
  /** Of a choice; undefined for what is done once. */
  readonly chosen?: boolean;
  readonly choose: () => void;
}

export interface MenuGroup {
  /** Empty for what needs no name to be understood. */
  readonly name: string;
  readonly items: readonly MenuItem[];
}

interface Props {
  readonly label: string;
  readonly icon: IconName;
  readonly groups: readonly MenuGroup[];
  /** Something is chosen that the button shows. */
  readonly on?: boolean;
}

/** A button with a menu above the controls. Arrows move in it; Escape, Tab and a press elsewhere close it. */
export function Menu({ label, icon, groups, on = false }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) {
      return;
    }
    const items = itemsOf(menu.current);
    (items.find((item) => item.ariaChecked === 'true') ?? items[0])?.focus();
    const closeElsewhere = (event: Event) => {
      const inside = event.target instanceof Node && (menu.current?.contains(event.target) || button.current?.contains(event.target));
      if (!inside) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', closeElsewhere);
    return () => document.removeEventListener('pointerdown', closeElsewhere);
  }, [open]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const items = itemsOf(menu.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') {
      // Escape would leave full screen, too, and Tab the player.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (next !== undefined) {
      event.preventDefault();
      items.at(next % items.length)?.focus();
    }
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="player-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-on={on || undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
      </button>
      {open && (
        <div ref={menu} id={id} role="menu" tabIndex={-1} aria-label={label} className="player-menu" onKeyDown={onKeyDown}>
          {groups.map((group) => (
            <Group key={group.name} group={group} titled={groups.length > 1 && group.name !== ''} onChosen={close} />
          ))}
        </div>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: MenuGroup;
  readonly titled: boolean;
  readonly onChosen: () => void;
}

function Group({ group, titled, onChosen }: GroupProps) {
  return (
    <div role="group" aria-label={group.name || undefined} className="player-menu-group">
      {titled && (
        <div className="player-menu-title" aria-hidden="true">
          {group.name}
        </div>
      )}
      {group.items.map((item, index) => (
        <button
          key={index}
          type="button"
          tabIndex={-1}
          role={item.chosen === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={item.chosen}
          className="player-menu-item"
          onClick={() => {
            onChosen();
            item.choose();
          }}
        >
          <bdi>{item.name}</bdi>
        </button>
      ))}
    </div>
  );
}

const itemsOf = (menu: HTMLElement | null): HTMLElement[] =>
  Array.from(menu?.querySelectorAll<HTMLElement>('.player-menu-item') ?? []);
