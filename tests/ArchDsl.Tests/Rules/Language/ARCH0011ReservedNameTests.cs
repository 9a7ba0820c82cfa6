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

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc] public partial class Shop { [S3] public partial class {|#0:Region|}; }",
        [Finding("Rename 'Region': the generated part of the class around it has a member of that name", 0)]);

    [Theory]
    [InlineData("[S3] public partial class Images { static int [|Report|] => 1; }")]
    [InlineData("[S3] public partial class Images { void [|Finish|]() { } void Finish(int one) { } }")]
    [InlineData("[S3] public partial class Images { void Finish(int one) { } void [|Finish|]() { } }")]
    [InlineData("[S3] public partial class Images { int one, [|Configure|]; }")]
    [InlineData("[S3] public partial class Images { event System.Action [|Created|]; }")]
    [InlineData("[S3] public partial class Images { public new string [|Account|] => \"\"; }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { static int [|Root|] => 1; } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { class [|Root|]; } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { static void [|get_Root|]() { } } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { class [|@var|]; } }")]
    [InlineData("[Vpc] public partial class Shop { public partial class A { [S3] public partial class @class { static void [|Define|]() { } } } }")]
    [InlineData("[Vpc] public partial class Shop { static int [|node_A_Größe|]; public partial class A { [S3] public partial class Größe; } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images; } partial class Shop { partial class Images { static int [|Root|]; } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images; [S3] public partial class [|node_Images|]; }")]
    public Task Member_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task MessageOfAMember_IsReported() => VerifyAsync(
        "[Vpc] public partial class Shop { [S3] public partial class Images { public static string {|#0:Root|}() => \"\"; } }",
        [Finding("Rename 'Root': the generated part of the class around it has a member of that name", 0)]);

    [Fact]
    public Task MethodOfAStage_IsReported() => VerifyAsync(
        "[Vpc, Stage(\"dev\"), Stage(\"prod-eu\")] public partial class Shop { [S3] public partial class Images { public void Define_prod() { } public void {|#0:Define_prod_eu|}() { } } }",
        [Finding("Rename 'Define_prod_eu': the generated part of the class around it has a member of that name (stage prod-eu)", 0)]);

    /// <summary>The hooks are for people to write; a method with parameters stands beside one without; an override replaces nothing.</summary>
    [Theory]
    [InlineData("partial void Configure(Amazon.CDK.AWS.S3.BucketProps props) { } partial void Created(Amazon.CDK.AWS.S3.Bucket construct) { } void Created() { }")]
    [InlineData("void Define(int one) { } void DefineRoutes<T>(T one) { }")]
    [InlineData("public override string ToString() => \"\"; public override bool Equals(object other) => false; public override int GetHashCode() => 1;")]
    [InlineData("void Finish() { } int Report => 1; static string StageName() => \"\"; int node_Images;")]
    [InlineData("static string Bucket() => \"\"; int BucketResource => 1;")]
    [InlineData("static void var() { }")]
    [InlineData("int this[int Root] => 1; public static Images operator +(Images one, Images other) => one;")]
    public Task OtherMember_IsNotReported(string members) => VerifyAsync($"[Vpc] public partial class Shop {{ [S3] public partial class Images {{ {members} }} }}");

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
