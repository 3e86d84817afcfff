/*
 * floor-agi - the work of the FastAGI benchmark in C, without any framework: what the kernel asks for.
 *
 * floor-agi PORT: epoll, one thread, one state per connection.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define ROOM 2048
static const char *bench[] = { "ANSWER\n", "SET VARIABLE FOO bar\n", "GET VARIABLE FOO\n", "EXEC NoOp hi\n", "EXEC NoOp hi\n",
	"EXEC NoOp hi\n", "EXEC NoOp hi\n", "EXEC NoOp hi\n", "HANGUP\n", NULL };
static const char *hold[] = { "ANSWER\n", "EXEC Wait 60\n", "HANGUP\n", NULL };

struct call { int fd, len, step; const char **commands; char *buf; };

static void end(struct call *c)
{
	close(c->fd);
	free(c->buf);
	free(c);
}

/* 0: the call is over */
static int readable(struct call *c)
{
	if (!c->buf)
		c->buf = malloc(ROOM);
	ssize_t n = recv(c->fd, c->buf + c->len, ROOM - 1 - c->len, 0);
	if (n < 0)
		return errno == EAGAIN;
	if (n == 0)
		return 0;
	c->len += n;
	c->buf[c->len] = 0;
	if (!c->commands) {
		if (c->len < 2 || memcmp(c->buf + c->len - 2, "\n\n", 2))
			return c->len < ROOM - 1;
		c->commands = strstr(c->buf, "agi_network_script: hold") ? hold : bench;
	} else {
		if (c->buf[c->len - 1] != '\n')
			return c->len < ROOM - 1;
		if (c->commands == bench && c->step == 3 && strcmp(c->buf, "200 result=1 (bar)\n"))
			return 0;
	}
	c->len = 0;
	const char *next = c->commands[c->step++];
	/* what waits for long keeps no buffer */
	if (c->commands == hold) {
		free(c->buf);
		c->buf = NULL;
	}
	return next && send(c->fd, next, strlen(next), MSG_NOSIGNAL) > 0;
}

int main(int argc, char **argv)
{
	int ls = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), ep = epoll_create1(0), one = 1;
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(argc > 1 ? atoi(argv[1]) : 4573),
				 .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct rlimit rl;
	getrlimit(RLIMIT_NOFILE, &rl);
	rl.rlim_cur = rl.rlim_max;
	setrlimit(RLIMIT_NOFILE, &rl);
	setsockopt(ls, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	if (bind(ls, (struct sockaddr *)&a, sizeof a) || listen(ls, 1024)) {
		perror("floor-agi");
		return 1;
	}
	struct epoll_event e = { .events = EPOLLIN, .data.ptr = NULL }, ev[256];
	epoll_ctl(ep, EPOLL_CTL_ADD, ls, &e);
	for (;;) {
		int n = epoll_wait(ep, ev, 256, -1);
		for (int i = 0; i < n; i++) {
			struct call *c = ev[i].data.ptr;
			if (c) {
				if (!readable(c))
					end(c);
				continue;
			}
			int fd;
			while ((fd = accept4(ls, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
				setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
				c = calloc(1, sizeof *c);
				c->fd = fd;
				e.data.ptr = c;
				epoll_ctl(ep, EPOLL_CTL_ADD, fd, &e);
			}
		}
	}
}
