let node: HTMLElement | undefined;

/** Where popups stand, so that no cell or panel cuts them off. */
export function overflowNode(): HTMLElement {
  if (!node?.isConnected) {
    node = document.createElement('div');
    node.className = 'monaco-editor lb-monaco-popups';
    document.body.append(node);
  }
  return node;
}
