/** What goals are measured against. */
package dev.rolewise.bench.yardstick;
