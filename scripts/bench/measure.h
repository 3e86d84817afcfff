/*
 * What both load generators measure with: a clock, histograms, and the CPU time and memory of another
 * process with its children. Linux only.
 */
#ifndef MEASURE_H
#define MEASURE_H

#include <ctype.h>
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* ---- time, statistics ------------------------------------------------- */
static inline uint64_t now_ns(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000ull + t.tv_nsec;
}

/* log-linear histogram: 64 steps per power of two, error below 1.6 % */
#define HSUB 64
#define HLOG 6
#define HN (HSUB * 50)
struct hist { uint64_t n[HN], count, max; double sum; };
static inline void hist_add(struct hist *h, uint64_t v)
{
	unsigned i;
	if (v < HSUB)
		i = v;
	else {
		int e = 63 - __builtin_clzll(v) - HLOG;
		i = (e + 1) * HSUB + ((v >> e) & (HSUB - 1));
	}
	if (i >= HN)
		i = HN - 1;
	h->n[i]++;
	h->count++;
	h->sum += v;
	if (v > h->max)
		h->max = v;
}
static double hist_q(const struct hist *h, double q)
{
	uint64_t want = (uint64_t)(q * h->count), seen = 0;
	if (!h->count)
		return 0;
	for (unsigned i = 0; i < HN; i++) {
		seen += h->n[i];
		if (seen > want) {
			if (i < HSUB)
				return i;
			int e = i / HSUB - 1;
			uint64_t lo = ((uint64_t)(HSUB + i % HSUB)) << e;
			uint64_t v = lo + ((1ull << e) >> 1);
			return v > h->max ? h->max : v;
		}
	}
	return h->max;
}
static void hist_json(const char *name, const struct hist *h)
{
	printf("\"%s\":{\"n\":%lu,\"mean\":%.1f,\"p50\":%.1f,\"p90\":%.1f,\"p99\":%.1f,\"p999\":%.1f,\"max\":%.1f}",
	       name, (unsigned long)h->count, h->count ? h->sum / h->count / 1e3 : 0, hist_q(h, .50) / 1e3,
	       hist_q(h, .90) / 1e3, hist_q(h, .99) / 1e3, hist_q(h, .999) / 1e3, h->max / 1e3);
}

/* ---- the server process: CPU time and memory of it and its children ---- */
struct usage { double cpu; long rss_kb, hwm_kb; int procs, threads; };
static void usage_one(int pid, struct usage *u, int depth)
{
	char p[96], b[4096];
	FILE *f;
	snprintf(p, sizeof p, "/proc/%d/stat", pid);
	if (!(f = fopen(p, "r")))
		return;
	size_t n = fread(b, 1, sizeof b - 1, f);
	fclose(f);
	b[n] = 0;
	char *s = strrchr(b, ')');
	if (!s)
		return;
	unsigned long ut, st;
	long cut, cst, thr;
	if (sscanf(s + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %ld %ld %*d %*d %ld",
		   &ut, &st, &cut, &cst, &thr) != 5)
		return;
	u->cpu += (double)(ut + st + cut + cst) / sysconf(_SC_CLK_TCK);
	u->procs++;
	u->threads += thr;
	snprintf(p, sizeof p, "/proc/%d/status", pid);
	if ((f = fopen(p, "r"))) {
		while (fgets(b, sizeof b, f)) {
			long v;
			if (sscanf(b, "VmRSS: %ld", &v) == 1)
				u->rss_kb += v;
			else if (sscanf(b, "VmHWM: %ld", &v) == 1)
				u->hwm_kb += v;
		}
		fclose(f);
	}
	if (depth > 4)
		return;
	snprintf(p, sizeof p, "/proc/%d/task", pid);
	DIR *d = opendir(p);
	struct dirent *e;
	while (d && (e = readdir(d))) {
		if (!isdigit((unsigned char)e->d_name[0]))
			continue;
		snprintf(p, sizeof p, "/proc/%d/task/%.16s/children", pid, e->d_name);
		if ((f = fopen(p, "r"))) {
			int c;
			while (fscanf(f, "%d", &c) == 1)
				usage_one(c, u, depth + 1);
			fclose(f);
		}
	}
	if (d)
		closedir(d);
}
static struct usage usage_now(int pid)
{
	struct usage u = {0};
	if (pid)
		usage_one(pid, &u, 0);
	return u;
}
static double self_cpu(void)
{
	struct rusage r;
	getrusage(RUSAGE_SELF, &r);
	return r.ru_utime.tv_sec + r.ru_stime.tv_sec + (r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

#endif
