using System.Text.Json.Nodes;

namespace ArchDsl.Cli.Verification;

/// <summary>What stands in a template and nothing here compares.</summary>
internal static class Unread
{
    // Parts of a template that change what CloudFormation makes of it.
    private static readonly string[] Sections = ["Transform", "Hooks"];

    // What a resource has besides that is compared, or changes only the order in which things are made.
    private static readonly string[] Parts = ["Type", "Properties", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy"];

    /// <summary>What is not read, a line each.</summary>
    public static IEnumerable<string> Of(StackTemplate stack) =>
        Sections.Where(stack.Template.Json.ContainsKey).Select(static section => $"The section {section} of the template is not read")
            .Concat(stack.Template.Resources.SelectMany(resource => OfResource(resource, stack.Template.Json["Resources"]![resource.LogicalId]!.AsObject())))
            .Concat(Properties.Unread(stack));

    private static IEnumerable<string> OfResource(CloudFormation.Resource resource, JsonObject json)
    {
        foreach ((string part, JsonNode? value) in json.Where(part => !Parts.Contains(part.Key)))
        {
            if (part == "Metadata")
            {
                // The CDK's notes have names of their own; cfn-init runs what stands in another.
                foreach ((string note, _) in (value as JsonObject ?? []).Where(static note => !note.Key.StartsWith("aws:", StringComparison.Ordinal)))
                {
                    yield return $"{resource}: the metadata {note} is not read";
                }
            }
            else if (part != "Condition")
            {
                yield return $"{resource}: {part} is not read";
            }
            else if (resource.Type != "AWS::CDK::Metadata")
            {
                yield return $"{resource}: the condition {value} is not read";
            }
        }
    }
}
