// Builds and tests the dashboard for Maven, doing only what is stale.
//   node build.mjs build    npm ci when the lock file is newer, vite when a source is
//   node build.mjs test     the unit tests
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const installed = join(here, 'node_modules', '.onair-installed');
const built = join(here, 'dist', 'index.html');
const copied = join(here, 'target', 'classes', 'dashboard');
const sources = ['src', 'public', 'index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'embed.html', '../docs/api/client.json'];

/** When the newest file at or below a path was changed; 0 when there is none. */
function changed(path) {
  const file = join(here, path);
  if (!existsSync(file)) {
    return 0;
  }
  const stat = statSync(file);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  const below = readdirSync(file).map((name) => changed(join(path, name)));
  return Math.max(stat.mtimeMs, ...below);
}

function isOlder(file, ...paths) {
  return !existsSync(file) || statSync(file).mtimeMs < Math.max(...paths.map(changed));
}

function run(command, ...args) {
  const windows = process.platform === 'win32';
  const done = spawnSync(command, args, { cwd: here, stdio: 'inherit', shell: windows });
  if (done.error) {
    console.error(`dashboard: cannot run ${command}: ${done.error.message}`);
  }
  if (done.status !== 0) {
    process.exit(done.status ?? 1);
  }
}

function install() {
  if (isOlder(installed, 'package-lock.json')) {
    console.log('dashboard: npm ci');
    run('npm', 'ci', '--loglevel=error');
    writeFileSync(installed, '');
  }
}

function build() {
  if (!isOlder(built, ...sources)) {
    return;
  }
  install();
  console.log('dashboard: vite build');
  rmSync(built, { force: true });
  rmSync(copied, { recursive: true, force: true });
  run('npm', 'run', '--silent', 'build');
}

function test() {
  install();
  run('npm', 'run', '--silent', 'test');
}

const tasks = { build, test };
const task = tasks[process.argv[2]];
if (!task) {
  console.error('usage: node build.mjs build|test');
  process.exit(2);
}
task();
