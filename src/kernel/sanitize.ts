import createDOMPurify from 'dompurify';

const purifier = createDOMPurify(window);

/** Classes of our own style sheet. JupyterLab's would lay an output over the page. */
const OWN_CLASS = /^lb-[\w-]+$/;

purifier.addHook('uponSanitizeAttribute', (_, attribute) => {
  if (attribute.attrName === 'class') {
    const own = attribute.attrValue.split(/\s+/).filter(name => OWN_CLASS.test(name));
    attribute.attrValue = own.join(' ');
    attribute.keepAttr = own.length > 0;
  }
});

/** Links lead out only by a click, in a tab of their own; pictures carry their own bytes. */
purifier.addHook('afterSanitizeAttributes', element => {
  if (element.tagName === 'A') {
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
  } else {
    element.removeAttribute('href');
  }
  const source = element.getAttribute('src');
  if (source !== null && !/^data:image\/(png|jpeg|gif|webp);/i.test(source)) {
    element.removeAttribute('src');
  }
});

/** HTML without scripts, styles, forms, frames, and addresses that would load by themselves. */
export function sanitize(html: string): string {
  return purifier.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: [
      'style',
      'form',
      'input',
      'button',
      'select',
      'textarea',
      'dialog',
      'video',
      'audio',
      'source',
      'picture',
      'base',
      'link',
      'meta'
    ],
    FORBID_ATTR: [
      'style',
      'srcset',
      'background',
      'poster',
      'ping',
      'action',
      'formaction',
      'name',
      'id',
      'popover',
      'popovertarget',
      'popovertargetaction'
    ],
    ALLOW_DATA_ATTR: false
  });
}
