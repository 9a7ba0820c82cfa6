using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>The environment of what runs code. Of a secret it says where it is, never what.</summary>
internal static class EnvironmentSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown) => markdown.Table(
        ["Component", "Variable", "Value", "Asked for by"],
        facts.Stage.Environment.Select(variable => new[]
        {
            facts.Name(variable.Component),
            MarkdownText.Code(variable.Name),
            Value(variable, facts),
            facts.Origin(variable.Origin),
        }));

    private static string Value(ManifestVariable variable, StageFacts facts) => variable.Text is { } text ? MarkdownText.Code(text)
        : variable.Secret ? $"secret of {facts.Name(variable.Source!)}{(variable.Field is null ? "" : $", field {MarkdownText.Code(variable.Field)}")}{Name(variable.Source!, facts)}"
        : $"{StageFacts.Text(variable.Value)} of {facts.Name(variable.Source!)}";

    private static string Name(string source, StageFacts facts) =>
        facts.Stage.Component(source) is { } component && (component.Setting("SecretName") ?? (component.Attribute == "Secret" ? component.PhysicalName : null)) is { } name ? $" ({MarkdownText.Code(name)})" : "";
}
