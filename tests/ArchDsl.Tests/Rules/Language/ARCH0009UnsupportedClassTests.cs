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
    [InlineData("[Vpc] public partial class [|Shop|](int number) { public int Number => number; }")]
    [InlineData("[Vpc] public partial class [|Shop|]();")]
    [InlineData("[Vpc] public partial class [|Shop|] : Amazon.CDK.Stack { public Shop(Constructs.Construct scope, string id) : base(scope, id) { } }")]
    [InlineData("[Vpc] public partial class [|Shop|] { public Shop() { } }")]
    [InlineData("[Vpc] public partial class [|Shop|] { public Shop(Constructs.Construct scope, string id, Amazon.CDK.IStackProps props) : this() { } private Shop() { } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class [|Images|](int number) { public int Number => number; } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class [|Images|] : Constructs.Construct { public Images(Constructs.Construct scope, string id) : base(scope, id) { } } }")]
    public Task ClassThatCannotBeAConstruct_IsReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[Vpc] public static partial class {|#0:Shop|} { }", "it is static, abstract, generic, a record or file-local")]
    [InlineData("[Vpc] public partial class Shop { [S3] private partial class {|#0:Shop2|}; }", "it is private or protected, so that the stack could not name it")]
    [InlineData("[Vpc] public partial class {|#0:Shop|} : System.Exception;", "it derives from another class")]
    [InlineData("[Vpc] public partial class {|#0:Shop|}();", "it has a primary constructor, which the generated one cannot call; write one that calls the generated one with : this(scope, id, props: null)")]
    [InlineData("[Vpc] public partial class {|#0:Shop|} { public Shop() { } }", "it has a constructor that does not call the generated one; end its head on : this(scope, id, props: null)")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class {|#0:Shop2|} { public Shop2() { } } }", "it has a constructor that does not call the generated one; end its head on : this(scope, root)")]
    public Task Message_IsReported(string source, string reason) =>
        VerifyAsync(source, [Finding($"'{(source.Contains("Shop2", StringComparison.Ordinal) ? "Shop2" : "Shop")}' cannot become a construct: {reason}", 0)]);

    [Theory]
    [InlineData("[Vpc] sealed partial class Shop { [S3] internal sealed partial class Images; }")]
    [InlineData("[Vpc] public partial class Shop : Amazon.CDK.Stack { [S3] public partial class Images : Constructs.Construct; }")]
    [InlineData("[Vpc] public partial class Shop : System.ICloneable { public object Clone() => this; private static class Plain; private record Value(int X); }")]
    [InlineData("[Vpc] public partial class Shop { static Shop() { } public Shop(Constructs.Construct scope, string id) : this(scope, id, props: null) { } public Shop(Amazon.CDK.App app) : this(app, \"shop\") { } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { internal Images(Shop root) : this(root, root) { } } }")]
    public Task OrdinaryClass_IsNotReported(string source) => VerifyAsync(source);
}
