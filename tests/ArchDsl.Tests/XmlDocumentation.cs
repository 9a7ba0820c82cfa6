using System.Reflection;
using System.Xml.Linq;

namespace ArchDsl.Tests;

/// <summary>The documentation of assemblies, as the compiler writes it and editors show it.</summary>
internal sealed class XmlDocumentation
{
    private readonly IReadOnlyDictionary<string, XElement> members;

    private XmlDocumentation(IReadOnlyDictionary<string, XElement> members) => this.members = members;

    public static XmlDocumentation Of(Assembly assembly) =>
        new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").ToDictionary(static m => m.Attribute("name")!.Value));

    public XmlDocumentation With(XmlDocumentation other) => new(members.Concat(other.members).ToDictionary());

    /// <summary>The same without one member's.</summary>
    public XmlDocumentation Without(string id) => new(members.Where(member => member.Key != id).ToDictionary());

    /// <summary>The summary of a member as text, links with their addresses; that of the member itself where it is inherited.</summary>
    public string Summary(MemberInfo member) => Text(Of(member)?.Element("summary"));

    /// <summary>What is said of a parameter.</summary>
    public string Parameter(MethodBase method, string name) =>
        Text(new[] { Of(method), method is ConstructorInfo ? Of(method.DeclaringType!) : null }.Select(of => of?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name)).FirstOrDefault(static p => p is not null));

    /// <summary>Whether something is said of a parameter of a member, or of the primary constructor of a class.</summary>
    public bool Has(MemberInfo member, string parameter) =>
        (member is MethodBase method ? Parameter(method, parameter) : Text(Of(member)?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == parameter))).Length > 0;

    private XElement? Of(MemberInfo member) => members.GetValueOrDefault(Id(member));

    private static string Text(XElement? element) => element is null ? "" : string.Join(' ', string.Concat(element.DescendantNodes().Select(static node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "inheritdoc" } inherited => inherited.Attribute("cref")?.Value ?? "",
        XElement link => link.Attribute("href")?.Value + " ",
        _ => "",
    })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Id(MemberInfo member) => member switch
    {
        Type type => "T:" + type.FullName,
        PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}",
        FieldInfo field => $"F:{field.DeclaringType!.FullName}.{field.Name}",
        MethodBase method => $"M:{method.DeclaringType!.FullName}.{(method.IsConstructor ? "#ctor" : method.Name)}{Parameters(method)}",
        _ => "",
    };

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!;

    private static string Parameters(MethodBase method) =>
        method.GetParameters() is { Length: > 0 } parameters ? $"({string.Join(',', parameters.Select(static p => TypeId(p.ParameterType)))})" : "";

    private static string TypeId(Type type) => type switch
    {
        { IsArray: true } => TypeId(type.GetElementType()!) + "[]",
        { IsGenericType: true } => $"{type.Namespace}.{type.Name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(TypeId))}}}",
        _ => type.FullName!,
    };
}
