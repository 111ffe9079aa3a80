/* Counts the instructions that a program executes by single stepping it: count-steps PROGRAM [ARG...]; the count goes to fd 9.
   An iteration of a rep instruction is one step, as the processor traps after each. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc < 2) return 64;
  pid_t child = fork();
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    execv(argv[1], argv + 1);
    _exit(127);
  }
  int status;
  long steps = 0;
  waitpid(child, &status, 0);
  while (WIFSTOPPED(status)) {
    int signal = WSTOPSIG(status);
    if (ptrace(PTRACE_SINGLESTEP, child, 0, signal == 5 ? 0 : signal)) break;
    waitpid(child, &status, 0);
    steps++;
  }
  dprintf(9, "%ld\n", steps);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
