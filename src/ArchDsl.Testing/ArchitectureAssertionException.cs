namespace ArchDsl.Testing;

/// <summary>An architecture is not what a test says of it. Every test framework reports it as a failure, with its message.</summary>
/// <param name="message">What the test expects, what is so instead, and the path hop by hop.</param>
public sealed class ArchitectureAssertionException(string message) : Exception(message);
