using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>What an editor shows of the language: everything has a meaning, and every argument its default, its unit, and the limits of AWS with their source.</summary>
public sealed partial class AttributeDocumentationTests
{
    private static readonly XmlDocumentation Documentation = XmlDocumentation.Of(typeof(ArchDslAttribute).Assembly).With(XmlDocumentation.Of(typeof(ArchDslApp).Assembly));

    /// <summary>What <c>using ArchDsl;</c> brings.</summary>
    private static IEnumerable<Type> PublicTypes =>
        typeof(ArchDslAttribute).Assembly.GetExportedTypes().Concat(typeof(ArchDslApp).Assembly.GetExportedTypes()).Where(static type => type.Namespace == "ArchDsl");

    /// <summary>The arguments of all attributes, a base's among those of each that derives from it.</summary>
    private static IEnumerable<(Type Attribute, string Argument, Type Type)> Arguments =>
        from attribute in AttributeSource.All
        from argument in attribute.GetConstructors().SelectMany(static c => c.GetParameters()).Select(static p => (Name: Pascal(p.Name!), p.ParameterType))
            .Concat(attribute.GetProperties().Where(static p => p.CanWrite).Select(static p => (p.Name, ParameterType: p.PropertyType)))
            .DistinctBy(static argument => argument.Name)
        select (attribute, argument.Name, argument.ParameterType);

    [Fact]
    public void EveryMember_SaysWhatItMeans() => Assert.Equal([], Undocumented(Documentation));

    /// <summary>An optional argument says its default, and it is the true one.</summary>
    [Fact]
    public void EveryOptionalArgument_SaysItsDefault() => Assert.Equal([], WithoutDefault(Documentation));

    [Fact]
    public void EveryNumber_SaysItsUnit() => Assert.Equal([], WithoutUnit(Documentation));

    /// <summary>Lengths of texts: those of the table that refuses what is longer.</summary>
    [Fact]
    public void EveryText_SaysItsLimitAndSource() => Assert.Equal([], WithoutLimit(Documentation));

    /// <summary>Ranges of numbers: whatever a refusal names.</summary>
    [Fact]
    public void EveryNumber_SaysItsLimitsAndSource() => Assert.Equal([], WithoutRange(Documentation));

    /// <summary>Without the documentation of any one argument one of the checks above fails, and so each of them can.</summary>
    [Fact]
    public void Checks_MissWhatIsMissing()
    {
        XmlDocumentation none = Documentation.Without("P:ArchDsl.RdsAttribute.BackupRetentionDays");
        Assert.Equal(["RdsAttribute.BackupRetentionDays"], Undocumented(none));
        Assert.Equal(["Rds.BackupRetentionDays: Default: 7"], WithoutDefault(none));
        Assert.Equal(["Rds.BackupRetentionDays: 0, 35, source"], WithoutRange(none));
        Assert.Equal(["EcsCluster.Name: 255, source"], WithoutLimit(Documentation.Without("M:ArchDsl.EcsClusterAttribute.#ctor(System.String)")));
        Assert.Equal(["AutoScale.Max"], WithoutUnit(Documentation.Without("P:ArchDsl.AutoScaleAttribute.Max")));
    }

    private static IEnumerable<string> Undocumented(XmlDocumentation documentation) =>
        from type in PublicTypes
        from member in type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Prepend(type)
        where member is Type { IsNested: false } or ConstructorInfo or PropertyInfo { DeclaringType: { IsAbstract: false } or { IsSealed: false } } or FieldInfo { IsSpecialName: false } || member is MethodInfo { IsSpecialName: false } method && IsWritten(method)
        where !(member is ConstructorInfo or PropertyInfo && IsRecord(type))
        where documentation.Summary(member).Length == 0 && !(member is ConstructorInfo constructor && IsPrimary(constructor, documentation))
            || !Parameters(member).All(name => documentation.Has(member, name))
        select member is Type ? type.Name : $"{type.Name}.{member.Name}";

    private static IEnumerable<string> WithoutDefault(XmlDocumentation documentation) =>
        from attribute in AttributeSource.All
        let instance = AttributeSource.Instance(attribute)
        from property in instance.GetType().GetProperties()
        where property.CanWrite
        let text = documentation.Summary(property)
        where !text.Contains("Required: ", StringComparison.Ordinal)
        let said = property.GetValue(instance) switch
        {
            bool truth => truth ? "Default: true" : "Default: false",
            int number when number != 0 || property.PropertyType == typeof(int) && Zero().IsMatch(text) => $"Default: {number}",
            double number => $"Default: {number.ToString(CultureInfo.InvariantCulture)}",
            string value => $"Default: {value}",
            _ => "Default: ",
        }
        where !text.Contains(said, StringComparison.Ordinal)
        select $"{AttributeSource.NameOf(attribute)}.{property.Name}: {said}";

    private static IEnumerable<string> WithoutUnit(XmlDocumentation documentation) =>
        from argument in Arguments
        where argument.Type == typeof(int) || argument.Type == typeof(double)
        where !Unit().IsMatch($"{argument.Argument} {Text(argument.Attribute, argument.Argument, documentation)}")
        select $"{AttributeSource.NameOf(argument.Attribute)}.{argument.Argument}";

    private static IEnumerable<string> WithoutLimit(XmlDocumentation documentation) =>
        from argument in Arguments
        let rule = RuleOf(argument.Attribute, argument.Argument)
        // A region has a form rather than a length.
        where rule is not null
        let limits = rule.What == "a region" ? [] : new[] { rule.Max }
        let missing = Missing(limits, Text(argument.Attribute, argument.Argument, documentation))
        where missing.Length > 0
        select $"{AttributeSource.NameOf(argument.Attribute)}.{argument.Argument}: {missing}";

    private static IEnumerable<string> WithoutRange(XmlDocumentation documentation)
    {
        ArchitectureDeclaration declaration = TestProgram.Declare(AttributeSource.Program(static argument => argument));
        HashSet<string> told = [];
        foreach (NodeDeclaration node in declaration.Root.SelfAndDescendants())
        {
            foreach (AttributeDeclaration attribute in node.Attributes)
            {
                foreach (ArgumentDeclaration argument in attribute.Arguments.Where(static a => a.Value.Value is int or double))
                {
                    Type type = AttributeSource.All.Single(t => AttributeSource.NameOf(t) == attribute.DisplayName.Trim('[', ']').Split('<')[0] && t.GetGenericArguments().Length == attribute.TypeArguments.Count);
                    string name = $"{AttributeSource.NameOf(type)}.{argument.Name}";
                    // The refusal of a route's port names the one of its target, which is no limit of AWS.
                    if (Property(type, argument.Name)?.PropertyType.IsEnum == true || name == "RoutesTo.Port" || !told.Add(name))
                    {
                        continue;
                    }

                    IEnumerable<int> limits = new[] { int.MinValue, int.MaxValue }.SelectMany(value => Refusals(declaration, node, attribute, argument.Name, argument.Value.Value is double ? (object)(double)value : value));
                    string missing = Missing([.. limits.Distinct().Order()], Text(type, argument.Name, documentation));
                    if (limits.Any() && missing.Length > 0)
                    {
                        yield return $"{name}: {missing}";
                    }
                }
            }
        }
    }

    // The numbers that the refusal of a value names.
    private static IEnumerable<int> Refusals(ArchitectureDeclaration declaration, NodeDeclaration node, AttributeDeclaration attribute, string argument, object value)
    {
        AttributeDeclaration changed = attribute with { Arguments = attribute.Arguments.Select(a => a.Name == argument ? a with { Value = new ArgumentValue(value) } : a).ToEquatableArray() };
        return Lowering.Lower(declaration with { Root = Replace(declaration.Root) }, Stages.Of(declaration)[0]).Findings
            .Where(finding => finding.RuleId == "ARCH0013" && finding.Place.Origin == new Origin(node.Path, attribute.Index, argument))
            .SelectMany(static finding => Number().Matches(finding.Arguments[1]).Select(static match => int.Parse(match.Value, CultureInfo.InvariantCulture)))
            .Where(static limit => limit != int.MaxValue);

        NodeDeclaration Replace(NodeDeclaration other) => other with
        {
            Attributes = other.Path == node.Path ? other.Attributes.Select(a => a.Index == attribute.Index ? changed : a).ToEquatableArray() : other.Attributes,
            Children = other.Children.Select(Replace).ToEquatableArray(),
        };
    }

    private static string Missing(IReadOnlyList<int> limits, string text)
    {
        IEnumerable<string> missing = limits.Select(static limit => limit.ToString(CultureInfo.InvariantCulture)).Where(limit => !Number().Matches(text.Replace(",", "", StringComparison.Ordinal)).Any(match => match.Value == limit));

        // A port is no matter of AWS, nor is that something is or is not.
        bool isAws = limits.Any(static limit => limit is not (0 or 1 or 65535));
        return string.Join(", ", !isAws || text.Contains("https://docs.aws.amazon.com/", StringComparison.Ordinal) ? missing : missing.Append("source"));
    }

    // What is shown for an argument, wherever it is set: of the property, and of the parameters of its name.
    private static string Text(Type attribute, string argument, XmlDocumentation documentation) =>
        string.Join(' ', attribute.GetConstructors().Where(c => Parameters(c).Any(p => Pascal(p) == argument)).Select(c => documentation.Parameter(c, Parameters(c).First(p => Pascal(p) == argument)))
            .Append(Property(attribute, argument) is { } property ? documentation.Summary(property) : ""));

    private static PropertyInfo? Property(Type attribute, string name) => attribute.GetProperty(name);

    private static NameRule? RuleOf(Type attribute, string argument)
    {
        for (Type? type = attribute; type is not null; type = type.BaseType)
        {
            if (NameRule.All.TryGetValue((type, argument), out NameRule? rule))
            {
                return rule;
            }
        }

        return null;
    }

    private static IEnumerable<string> Parameters(MemberInfo member) => member is MethodBase method ? method.GetParameters().Select(static p => p.Name!) : [];

    // The documentation of a primary constructor stands on its class.
    private static bool IsPrimary(ConstructorInfo constructor, XmlDocumentation documentation) =>
        constructor.DeclaringType!.GetConstructors() is [_] && (Parameters(constructor).All(name => documentation.Has(constructor.DeclaringType, name)));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsWritten(MethodInfo method) => method.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null && method.GetBaseDefinition() == method;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    // Not those of addresses.
    [GeneratedRegex(@"(?<![\w/.-])[0-9]+(?!\w)")]
    private static partial Regex Number();

    [GeneratedRegex("Default: [0-9]")]
    private static partial Regex Zero();

    [GeneratedRegex("GiB|MiB|Seconds|Days|Percent|per cent|[Pp]ort|number of|How many|CPU units|US dollars", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
