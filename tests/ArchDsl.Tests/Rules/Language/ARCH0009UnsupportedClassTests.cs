namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0009UnsupportedClassTests : RuleTests
{
    [Theory]
    [InlineData("[Vpc] public static partial class [|Shop|] { }")]
    [InlineData("[Vpc] public abstract partial class [|Shop|];")]
    [InlineData("[Vpc] public partial class [|Shop|]<T>;")]
    [InlineData("[Vpc] public partial record [|Shop|];")]
    [InlineData("[Vpc] file partial class [|Shop|];")]
    [InlineData("[Vpc] public partial class [|Shop|] : System.Exception;")]
    [InlineData("[Vpc] public partial class Shop { [S3] public static partial class [|Images|] { } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] private partial class [|Images|]; }")]
    [InlineData("[Vpc] public partial class Shop { [S3] partial class [|Images|]; }")]
    [InlineData("[Vpc] public partial class Shop { [S3] protected partial class [|Images|]; }")]
    [InlineData("[Vpc] public partial class Shop { public partial class [|Storage|]<T> { [S3] public partial class Images; } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class [|Images|] : Amazon.CDK.Stack; }")]
    public Task ClassThatCannotBeAConstruct_IsReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[Vpc] public static partial class {|#0:Shop|} { }", "it is static, abstract, generic, a record or file-local")]
    [InlineData("[Vpc] public partial class Shop { [S3] private partial class {|#0:Shop2|}; }", "it is private or protected, so that the stack could not name it")]
    [InlineData("[Vpc] public partial class {|#0:Shop|} : System.Exception;", "it derives from another class")]
    public Task Message_IsReported(string source, string reason) =>
        VerifyAsync(source, [Finding($"'{(source.Contains("Shop2", StringComparison.Ordinal) ? "Shop2" : "Shop")}' cannot become a construct: {reason}", 0)]);

    [Theory]
    [InlineData("[Vpc] sealed partial class Shop { [S3] internal sealed partial class Images; }")]
    [InlineData("[Vpc] public partial class Shop : Amazon.CDK.Stack { [S3] public partial class Images : Constructs.Construct; }")]
    [InlineData("[Vpc] public partial class Shop : System.ICloneable { public object Clone() => this; private static class Plain; private record Value(int X); }")]
    public Task OrdinaryClass_IsNotReported(string source) => VerifyAsync(source);
}
