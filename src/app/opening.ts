/** The page that index.html shows while the app loads. */
const element = () => document.getElementById('lessonbook-opening');

/** Takes the page away once the app is there. */
export function hideOpening(): void {
  element()?.remove();
}

/** Says on the page why the app did not open. */
export function showOpeningFailed(error: unknown): void {
  const page = element() ?? document.body.appendChild(document.createElement('div'));
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  const reason = error instanceof Error ? error.message : String(error);
  message.textContent = `Lessonbook could not be opened: ${reason}. Notebooks that were saved are kept.`;
  const reload = document.createElement('button');
  reload.textContent = 'Try again';
  reload.addEventListener('click', () => location.reload());
  page.replaceChildren(message, reload);
}
