import { expect, test } from '../fixtures';

test('the reference opens from the menu Help and leads to a function and its original', async ({
  lab,
  page,
  context
}) => {
  const opened = context.waitForEvent('page');
  await lab.menu('Help', 'Lessonbook Reference');
  const reference = await opened;
  await expect(reference.getByRole('heading', { name: 'Reference' })).toBeVisible();
  await reference.getByRole('link', { name: 'numpy', exact: true }).first().click();
  await reference.getByRole('link', { name: 'np.linspace', exact: true }).click();
  await expect(
    reference.getByRole('heading', { name: 'np.linspace', exact: true })
  ).toBeInViewport();
  await expect(
    reference.getByRole('link', { name: 'numpy.linspace', exact: true })
  ).toHaveAttribute('href', 'https://numpy.org/doc/stable/reference/generated/numpy.linspace.html');
  await reference.screenshot({ path: `build/test/screenshots/${lab.host.name}-reference.png` });
  await reference.close();
  await expect(page.locator('#jp-main-dock-panel')).toBeVisible();
});
