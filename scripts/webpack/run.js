// Builds the named configurations one after the other and shows how far it is.
import webpack from 'webpack';

const names = process.argv.slice(2);
const terminal = process.stdout.isTTY;

/** On a terminal one line that is rewritten; elsewhere a line for every tenth. */
function progressOf(name) {
  let last = -1;
  return new webpack.ProgressPlugin(share => {
    const percent = Math.floor(share * 100);
    const step = terminal ? percent : Math.floor(percent / 10) * 10;
    if (step > last) {
      last = step;
      process.stdout.write(
        terminal ? `\rBuilding ${name}: ${percent} %` : `Building ${name}: ${step} %\n`
      );
    }
  });
}

function run(configuration) {
  const started = performance.now();
  const { dependencies, ...settings } = configuration;
  const compiler = webpack({
    ...settings,
    plugins: [...(settings.plugins ?? []), progressOf(settings.name)]
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      compiler.close(closeError => {
        const problems = stats?.toString({ preset: 'errors-warnings', colors: terminal }).trim();
        process.stdout.write(`${terminal ? '\r' : ''}Built ${settings.name} in ${seconds} s\n`);
        if (problems) {
          console.log(problems);
        }
        const failed = error ?? closeError ?? (stats?.hasErrors() ? new Error('errors') : null);
        return failed ? reject(failed) : resolve();
      });
    });
  });
}

for (const name of names) {
  try {
    // Only what is built is loaded: `npm start` needs no configuration but the app's.
    const { [name]: configuration } = await import(`./${name}.js`);
    await run(configuration);
  } catch (error) {
    console.error(`\n${name} could not be built: ${error.message}`);
    process.exit(1);
  }
}
