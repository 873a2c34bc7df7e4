/** How processes find one another and become one bus. */
package dev.rolewise.runtime.cluster;
