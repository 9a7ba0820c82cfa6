namespace ArchDsl.Harness;

/// <summary>A failed expectation. The harness knows no test framework: every framework reports an exception as a failure.</summary>
public sealed class HarnessException(string message, Exception? inner = null) : Exception(message, inner);
