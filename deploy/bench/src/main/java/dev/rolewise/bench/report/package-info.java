/** What a run came to: a table, a page, a file for other programs. */
package dev.rolewise.bench.report;
