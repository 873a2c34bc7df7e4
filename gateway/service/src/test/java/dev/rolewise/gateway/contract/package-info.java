/** Holds the running gateway against the public contract, with recorded messages behind it. */
package dev.rolewise.gateway.contract;
