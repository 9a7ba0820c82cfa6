using System.Reflection;
using ArchDsl.Model;

namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0011ReservedNameTests : RuleTests
{
    [Theory]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class {|CS0542:[|Shop|]|}; }")]
    [InlineData("[S3] public partial class [|Root|];")]
    [InlineData("[S3] public partial class [|Report|];")]
    [InlineData("[S3] public partial class [|@var|];")]
    [InlineData("[Vpc] public partial class Shop { public partial class Storage { [S3] public partial class [|SecurityGroup|]; } }")]
    [InlineData("[Vpc] public partial class Shop { public partial class Storage { [S3] public partial class [|Define|]; } }")]
    [InlineData("[Vpc] public partial class Shop { public partial class Storage { [S3] public partial class [|Node|]; } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class [|Tags|]; }")]
    public Task NameOfAMember_IsReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[Vpc] public partial class Shop { void [|Finish|]() { } }")]
    [InlineData("[Vpc] public partial class Shop { int [|Report|] => 1; }")]
    [InlineData("[Vpc] public partial class Shop { public int [|node_Images|]; [S3] public partial class Images; }")]
    [InlineData("[Vpc] public partial class Shop { static T [|Component|]<T>() => default!; }")]
    [InlineData("[Vpc] public partial class Shop { enum [|Define|] { A } }")]
    [InlineData("[Vpc, Stage(\"dev\")] public partial class Shop { string [|StageName|] { get; } = \"\"; }")]
    [InlineData("[Vpc] public partial class Shop { public partial class Inner { [S3] public partial class Images { static int [|Root|] => 1; event System.Action [|Define|] { add { } remove { } } } } }")]
    [InlineData("[S3] public partial class Shop; partial class Shop { const int [|DefineRoutes|] = 1, Other = 2; }")]
    public Task MemberOfTheClass_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc] public partial class Shop { [S3] public partial class {|#0:Region|}; }",
        [Finding("Rename 'Region': the generated part of the class around it has a member of that name", 0)]);

    /// <summary>What the generated classes inherit from the CDK's: a nested class of such a name would hide it.</summary>
    [Fact]
    public void EveryInheritedMember_IsReported()
    {
        Assert.All(Members(typeof(Amazon.CDK.Stack)), static name => Assert.Contains(name, Reserved($$"""[Vpc] public partial class Shop { public partial class {{name}} { [S3] public partial class Images; } }""")));
        Assert.All(Members(typeof(Constructs.Construct)), static name => Assert.Contains(name, Reserved($$"""[Vpc] public partial class Shop { public partial class Storage { [S3] public partial class {{name}}; } }""")));

        static IEnumerable<string> Reserved(string source) => TestProgram.Lower(source).Findings.Where(static f => f.RuleId == "ARCH0011").Select(static f => f.Arguments[0]);
    }

    [Theory]
    [InlineData("[Vpc] public partial class Vpc { [S3] public partial class Bucket; [Secret] public partial class Secret; }")]
    [InlineData("[Vpc] public partial class Shop { public partial class Storage { [S3] public partial class Tags; } }")]
    [InlineData("[Vpc] public partial class Shop { public class Unrelated { public class Define; } }")]
    [InlineData("[Vpc] public partial class Shop { string StageName { get; } = \"\"; int Root => 1; }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { void Finish() { } int Report => 1; int node_Images => 1; } }")]
    [InlineData("[S3] public partial class Shop { partial void Configure(Amazon.CDK.AWS.S3.BucketProps props) { } partial void Created(Amazon.CDK.AWS.S3.Bucket construct) { } }")]
    public Task OtherName_IsNotReported(string source) => VerifyAsync(source);

    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(static m => m switch
        {
            MethodBase { IsConstructor: false, IsSpecialName: false } method => IsInherited(method),
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsInherited),
            _ => false,
        })
        .Select(static m => m.Name)
        .Distinct();

    private static bool IsInherited(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
