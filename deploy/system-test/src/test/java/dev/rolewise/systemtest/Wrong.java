package dev.rolewise.systemtest;

import java.util.Random;

/** One way to spoil a request. */
@FunctionalInterface
interface Wrong {
  void spoil(RequestDraft draft, Random random);
}
