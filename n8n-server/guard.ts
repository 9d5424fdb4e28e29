/**
 * Runs its arguments as a child process and ends with it. Kills the process group when standard
 * input closes, which means that the parent process has ended in whatever way.
 */
const GUARD = `trap : TERM INT
exec 3<&0
"$@" </dev/null & child=$!
{ cat <&3 >/dev/null; kill -KILL 0; } &
wait "$child"; code=$?
while kill -0 "$child" 2>/dev/null; do wait "$child"; code=$?; done
exit "$code"`;

/**
 * Returns arguments for `sh`, to be spawned detached with a pipe as standard input. The caller closes
 * the pipe when the shell has exited, which ends anything that the program left running.
 */
export function guarded(program: string, args: string[]): string[] {
	return ['-c', GUARD, 'guard', program, ...args];
}
