/**
 * Runs its arguments as a child. Ends when the child ends, and kills the whole process group
 * when standard input closes: then the process that started it is gone, however it went.
 */
const GUARD = `trap : TERM INT
exec 3<&0
"$@" </dev/null & child=$!
{ cat <&3 >/dev/null; kill -KILL 0; } &
wait "$child"; code=$?
while kill -0 "$child" 2>/dev/null; do wait "$child"; code=$?; done
exit "$code"`;

/**
 * Arguments for `sh`, to be spawned detached with a pipe as standard input. The caller closes
 * the pipe when the shell has exited: what the program may have left behind then ends too.
 */
export function guarded(program: string, args: string[]): string[] {
	return ['-c', GUARD, 'guard', program, ...args];
}
