import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Consent } from '../kernel/consent';

/** Asks the learner whether a notebook may load packages, one question a notebook at a time. */
export class PackageConsent {
  /** The notification that asks, by the path of the notebook. */
  private readonly open = new Map<string, string>();

  /** @param changed called once something else is allowed */
  constructor(
    private readonly consent: Consent,
    private readonly trans: TranslationBundle,
    private readonly changed: () => void
  ) {
    Notification.manager.changed.connect((_, { type, notification }) => {
      if (type === 'removed') {
        this.open.forEach((id, path) => id === notification.id && this.open.delete(path));
      }
    });
  }

  /** A cell of a notebook wants a package that it may not load. */
  ask(path: string, specifier: string): void {
    const { trans } = this;
    if (this.open.has(path)) {
      return;
    }
    const question = trans.__(
      'A cell of %1 wants to load the package %2 from the network. Its code would run with all that the notebook holds, and its source would learn which packages are loaded.',
      path,
      specifier
    );
    const id = Notification.warning(question, {
      autoClose: false,
      actions: [
        {
          label: trans.__('Allow this notebook to load packages from the network'),
          callback: () => this.set(path, true)
        }
      ]
    });
    this.open.set(path, id);
  }

  set(path: string, allowed: boolean): void {
    const { trans } = this;
    this.consent.set(path, allowed);
    this.changed();
    const name = path.split('/').at(-1) ?? path;
    Notification.info(
      allowed
        ? trans.__('%1 may load packages from the network now. Run the cell again.', name)
        : trans.__('%1 may no longer load packages from the network.', name)
    );
  }
}
