/*
 * floor-ami - the work of the AMI benchmarks in C, without any framework.
 *
 * Takes where and what from the environment that ami-load gives its client.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define ROOM 262144
static int fd;
static char in[ROOM + 1];
static size_t len;
static long counted, lengths;
static struct { char name[48]; long count; } counts[256];

static void put(const char *b, size_t n)
{
	while (n > 0) {
		ssize_t r = write(fd, b, n);
		if (r <= 0)
			exit(1);
		b += r;
		n -= r;
	}
}
static void fill(void)
{
	ssize_t r = read(fd, in + len, ROOM - len);
	if (r <= 0)
		exit(0);
	len += r;
	in[len] = 0;
}
/* the value of a header of the message [m, e), by "\r\nName: " */
static size_t value(const char *m, const char *e, const char *header, size_t n)
{
	const char *p = memmem(m, e - m, header, n);
	if (!p)
		return 0;
	p += n;
	return (const char *)memchr(p, '\r', e - p) - p;
}
static void count(const char *name, size_t n)
{
	unsigned h = n * 31 + (unsigned char)name[0] * 7 + (unsigned char)name[n - 1] * 13 + (unsigned char)name[n / 2];
	for (;; h++) {
		h &= 255;
		if (!counts[h].name[0] && n < sizeof counts[h].name)
			memcpy(counts[h].name, name, n);
		if (!strncmp(counts[h].name, name, n) && !counts[h].name[n]) {
			counts[h].count++;
			return;
		}
	}
}
static void event(const char *m, const char *e)
{
	char b[128];
	const char *name = m + 7, *eol = memchr(name, '\r', e - name);
	count(name, eol - name);
	lengths += value(eol, e, "\r\nChannel: ", 11) + value(eol, e, "\r\nUniqueid: ", 12);
	counted++;
	if (eol - name == 9 && !memcmp(name, "UserEvent", 9) && memmem(eol, e - eol, "\r\nUserEvent: Bench", 18))
		put(b, sprintf(b, "Action: Getvar\r\nActionID: 1\r\nVariable: BenchAck-%ld\r\n\r\n", counted));
}

int main(void)
{
	const char *user = getenv("AMI_USER"), *secret = getenv("AMI_SECRET");
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(atoi(getenv("AMI_PORT"))),
				 .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int one = 1, actions = !strcmp(getenv("AMI_MODE"), "actions");
	static char out[65536];
	size_t n = 0;
	fd = socket(AF_INET, SOCK_STREAM, 0);
	if (connect(fd, (struct sockaddr *)&a, sizeof a)) {
		perror("floor-ami");
		return 1;
	}
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	while (!memchr(in, '\n', len))
		fill();
	len = 0;
	put(out, sprintf(out, "Action: Login\r\nUsername: %s\r\nSecret: %s\r\n\r\n", user, secret));
	while (!strstr(in, "accepted"))
		fill();
	long left = atol(getenv("AMI_WARM")) + atol(getenv("AMI_COUNT")), id = 0;
	for (int i = actions ? atoi(getenv("AMI_WINDOW")) : 0; i > 0 && left > 0; i--, left--)
		n += sprintf(out + n, "Action: Getvar\r\nActionID: %ld\r\nChannel: PJSIP/100-00000001\r\nVariable: FOO\r\n\r\n", ++id);
	put(out, n);
	for (;;) {
		char *p = in, *e;
		n = 0;
		while ((e = memmem(p, in + len - p, "\r\n\r\n", 4))) {
			if (!memcmp(p, "Event: ", 7)) {
				event(p, e + 2);
			} else if (actions && memmem(p, e - p, "\r\nValue: bar", 12) && left-- > 0) {
				n += sprintf(out + n, "Action: Getvar\r\nActionID: %ld\r\nChannel: PJSIP/100-00000001\r\nVariable: FOO\r\n\r\n", ++id);
				if (n > sizeof out - 256) {
					put(out, n);
					n = 0;
				}
			}
			p = e + 4;
		}
		len -= p - in;
		memmove(in, p, len);
		put(out, n);
		fill();
	}
}
