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
                    Check(written.Attribute, argument.Name, argument.Value.Value, origin, context);
                    continue;
                }

                for (int i = 0; i < items.Count; i++)
                {
                    Check(written.Attribute, argument.Name, items[i].Value, origin.At($"{argument.Name}[{i}]"), context);
                }
            }
        }
    }

    private static void Check(ArchDslAttribute attribute, string argument, object? value, Origin origin, LoweringContext context)
    {
        switch (value)
        {
            case string text when text.Contains(DynamicReference) && attribute is not AcceptRiskAttribute:
                Refuse(text, "CloudFormation would fill in the dynamic reference, and text is literal here; secrets come through [InjectSecret<T>]");
                break;
            case string text when IsName(attribute, argument) && (text.Contains("${Token[") || text.Contains("#{Token[")):
                Refuse(text, "the CDK would take it for one of its tokens");
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

    // Text that the CDK needs while it synthesises; elsewhere a token can be written so that it is none.
    private static bool IsName(ArchDslAttribute attribute, string argument) => attribute is ArchitectureAttribute or StageAttribute or AlarmAttribute
        || attribute is RdsAttribute && argument == nameof(RdsAttribute.Username)
        || attribute is EnvAttribute && argument == nameof(EnvAttribute.Name)
        || attribute is UsesAttribute && argument == nameof(UsesAttribute.Env)
        || attribute is InjectSecretAttribute && argument == nameof(InjectSecretAttribute.Variable);
}
