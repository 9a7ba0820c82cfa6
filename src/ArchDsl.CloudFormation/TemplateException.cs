namespace ArchDsl.CloudFormation;

/// <summary>A text that is no template: CloudFormation would refuse it.</summary>
/// <param name="message">What is wrong.</param>
public sealed class TemplateException(string message) : Exception(message);
