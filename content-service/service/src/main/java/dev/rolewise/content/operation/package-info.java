/**
 * One class per address of the contract: it reads the request and says what the reply is made of.
 */
package dev.rolewise.content.operation;
