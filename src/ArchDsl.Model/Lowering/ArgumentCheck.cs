namespace ArchDsl.Model;

/// <summary>Refuses what no argument may hold, whatever attribute it stands on.</summary>
internal static class ArgumentCheck
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html: there is no way to write one that is left alone.
    private const string DynamicReference = "{{resolve:";

    public static void Check(Node node, LoweringContext context)
    {
        foreach (Written written in node.Attributes)
        {
            foreach (ArgumentDeclaration argument in written.Declaration.Arguments)
            {
                Origin origin = written.At(argument.Name);
                if (argument.Value.Value is not EquatableArray<ArgumentValue> items)
                {
                    Check(node, written.Attribute, argument.Name, argument.Value.Value, origin, context);
                    continue;
                }

                for (int i = 0; i < items.Count; i++)
                {
                    Check(node, written.Attribute, argument.Name, items[i].Value ?? DBNull.Value, origin.At($"{argument.Name}[{i}]"), context);
                }
            }
        }
    }

    private static void Check(Node node, ArchDslAttribute attribute, string argument, object? value, Origin origin, LoweringContext context)
    {
        switch (value)
        {
            // Null is the default of what can be left out.
            case DBNull when attribute is not AcceptRiskAttribute:
            case null when attribute is not AcceptRiskAttribute && attribute.GetType().GetProperty(argument) is { CanWrite: false }:
                Refuse("null", "it is no value; write one");
                break;
            case string text when attribute is not AcceptRiskAttribute && Fault(text) is { } fault:
                Refuse(text, fault);
                break;
            case string text when NameRule.Of(attribute, argument) is { } rule:
                if (rule.Fault(text, context.Region) is { } refusal)
                {
                    Refuse(text, refusal);
                }
                else if (rule.IsUnique)
                {
                    context.Names.Add(new GivenName(rule, node.Path, text, origin));
                }

                break;
            case double number when double.IsNaN(number) || double.IsInfinity(number):
                Refuse(number.ToString(System.Globalization.CultureInfo.InvariantCulture), "it is no number");
                break;
            case int number when attribute.GetType().GetProperty(argument)?.PropertyType is { } type && !ArgumentValue.IsMember(type.GetElementType() ?? type, number):
                Refuse($"{number}", "there is no such value");
                break;
        }

        void Refuse(string what, string reason) => context.Report<RefusedValue>(origin, what, reason);
    }

    /// <summary>Why a text cannot be passed on to the letter; null where it can.</summary>
    public static string? Fault(string text) =>
        text.Contains(DynamicReference) ? "CloudFormation would fill in the dynamic reference, and text is literal here; secrets come through [InjectSecret<T>]"
        : text.Contains("${Token[") || text.Contains("#{Token[") ? "the CDK would take it for one of its own tokens, and has no way to write one that is none"
        : text.Contains('\0') || HasHalfCharacter(text) ? "it has a character that no template can hold"
        : null;

    // A surrogate without its other half.
    private static bool HasHalfCharacter(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
