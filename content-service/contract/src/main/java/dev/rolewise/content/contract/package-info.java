/**
 * What the content service offers on the event bus: addresses, requests, replies and errors.
 * Documents travel as finished JSON; their fields are those of the public HTTP contract.
 */
package dev.rolewise.content.contract;
