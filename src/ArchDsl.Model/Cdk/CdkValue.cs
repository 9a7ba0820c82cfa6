using System.Collections;
using System.Globalization;
using System.Text;

namespace ArchDsl.Model;

/// <summary>An expression of the generated program.</summary>
public abstract record CdkValue
{
    /// <summary>C# code as it stands. Never made from a string of the user's.</summary>
    public static CdkValue Code(string code) => new CdkCode(code);

    /// <summary>A string literal. Text of the user's enters the generated program through here alone.</summary>
    public static CdkValue Text(string text) => new CdkCode(CSharpLiteral.Of(text));

    /// <summary>A string of the user's that is taken to the letter. What the CDK or CloudFormation would read more into is refused when it is lowered.</summary>
    public static CdkValue Literal(string text) => Text(text);

    /// <summary>A physical name, in which the pseudo parameters are filled in.</summary>
    public static CdkValue Name(string name) => PhysicalName.HasPseudoParameter(name)
        ? Call(Cdk.Type("Fn.Sub"), Text(PhysicalName.ToSubstitution(name)))
        : Literal(name);

    /// <summary>A list.</summary>
    public static CdkValue List(string elementType, IEnumerable<CdkValue> items) => new CdkList(elementType, items.ToEquatableArray());

    /// <summary>A call of a static member, a method or a constructor.</summary>
    public static CdkValue Call(string target, params CdkValue[] arguments) => new CdkCall(target, arguments.ToEquatableArray());

    /// <summary>A dictionary with string keys.</summary>
    public static CdkValue Map(string valueType, IEnumerable<(string Key, CdkValue Value)> entries) =>
        new CdkMap(valueType, entries.Select(static e => new CdkMember(e.Key, e.Value)).ToEquatableArray());

    /// <summary>The code of a name, followed by a member of it.</summary>
    /// <param name="member">The member with its dot.</param>
    public string Then(string member) => ((CdkCode)this).Source + member;

    /// <summary>A number.</summary>
    public static implicit operator CdkValue(int value) => new CdkCode(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number with a fraction.</summary>
    public static CdkValue Number(double value) => new CdkCode(value.ToString("R", CultureInfo.InvariantCulture) + "D");

    /// <summary>A truth value.</summary>
    public static implicit operator CdkValue(bool value) => new CdkCode(value ? "true" : "false");
}

/// <summary>C# code as it stands.</summary>
/// <param name="Source">The code.</param>
public sealed record CdkCode(string Source) : CdkValue;

/// <summary>A call.</summary>
/// <param name="Target">What stands before the parentheses.</param>
/// <param name="Arguments">What stands in them.</param>
public sealed record CdkCall(string Target, EquatableArray<CdkValue> Arguments) : CdkValue;

/// <summary>An array.</summary>
/// <param name="ElementType">The type of its elements.</param>
/// <param name="Items">Its elements.</param>
public sealed record CdkList(string ElementType, EquatableArray<CdkValue> Items) : CdkValue;

/// <summary>A dictionary with string keys.</summary>
/// <param name="ValueType">The type of its values.</param>
/// <param name="Entries">Its entries.</param>
public sealed record CdkMap(string ValueType, EquatableArray<CdkMember> Entries) : CdkValue;

/// <summary>An object with its properties set.</summary>
/// <param name="Type">The class.</param>
/// <param name="Members">Its properties.</param>
public sealed record CdkObject(string Type, EquatableArray<CdkMember> Members) : CdkValue;

/// <summary>A property or an entry.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record CdkMember(string Name, CdkValue Value);

/// <summary>Collects the properties of an object; those whose value is null are left out.</summary>
internal sealed class Props(string type) : IEnumerable
{
    private readonly List<CdkMember> members = [];

    public void Add(string name, CdkValue? value)
    {
        if (value is not null)
        {
            members.Add(new CdkMember(name, value));
        }
    }

    public CdkObject ToObject() => new(Cdk.Type(type), members.ToEquatableArray());

    public static implicit operator CdkValue(Props props) => props.ToObject();

    IEnumerator IEnumerable.GetEnumerator() => members.GetEnumerator();
}

/// <summary>Names of the CDK library.</summary>
internal static class Cdk
{
    /// <summary>The full name of a type of the CDK: <c>AWS.RDS.DatabaseInstance</c> below <c>Amazon.CDK</c>.</summary>
    public static string Type(string name) => "global::Amazon.CDK." + name;

    /// <summary>A static member of the CDK, such as the value of an enum.</summary>
    public static CdkValue Static(string name) => CdkValue.Code(Type(name));
}

/// <summary>C# literals.</summary>
internal static class CSharpLiteral
{
    /// <summary>A regular string literal in ASCII, whatever the text holds.</summary>
    public static string Of(string text)
    {
        StringBuilder literal = new("\"", text.Length + 2);
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                >= ' ' and <= '~' => c.ToString(),
                _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
            });
        }

        return literal.Append('"').ToString();
    }
}

/// <summary>Physical names, the only strings of the language in which something is filled in.</summary>
internal static class PhysicalName
{
    private static readonly string[] PseudoParameters = ["${AWS::AccountId}", "${AWS::Region}", "${AWS::Partition}"];

    public static bool HasPseudoParameter(string name) => PseudoParameters.Any(name.Contains);

    /// <summary>The name as it will be, with stand-ins of the right length: those of an unknown region are the shortest.</summary>
    public static string Fill(string name, string? region) => name
        .Replace("${AWS::AccountId}", "123456789012")
        .Replace("${AWS::Region}", region ?? "us-east-1")
        .Replace("${AWS::Partition}", Regions.Partition(region ?? ""));

    /// <summary>The template for <c>Fn::Sub</c>: the pseudo parameters stay, every other <c>${</c> is escaped.</summary>
    public static string ToSubstitution(string name)
    {
        string template = name.Replace("${", "${!");
        return PseudoParameters.Aggregate(template, static (text, parameter) => text.Replace("${!" + parameter.Substring(2), parameter));
    }
}
