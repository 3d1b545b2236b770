using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.Engine;

/// <summary>What the price of following values rests on: an update of the compiler that changes it fails here, and not in a user's build.</summary>
public sealed class KeptModelTests
{
    private const string Source = "class A { int x; int M(int y) => y + x; int N() { int Twice(int z) => z * 2; return Twice(M(1)); } int P => M(2); } class B { string S(object o) { return o is string s ? s : \"\"; } }";

    [Fact]
    public async Task KeptModel_HasTheOperationsThatTheCompilerBound_AndANewOneHasNot()
    {
        var bodies = await KeptModel.OfAsync(TestCompilation.Create(Source, "class C { void M() { } }"));

        Assert.Equal(5, bodies.Bodies);
        Assert.Equal(5, bodies.FromKept);
        Assert.Equal(0, bodies.FromNew);
    }
}
