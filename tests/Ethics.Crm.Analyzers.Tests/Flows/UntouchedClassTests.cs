namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Static constructors that subscribe a class to something: they run when something comes to a member of the class, and never where nothing does.</summary>
public sealed class UntouchedClassTests
{
    private const string Desk = "public static event Action<string>? Closed; public void Close(Contact c) => Closed?.Invoke(c.Email); public void Listen() => Closed += GC.KeepAlive; ";

    [Theory]
    [InlineData("method that is called", Desk + "public void M() => Recruiting.Go();", "static class Recruiting { static Recruiting() => Job.Closed += Take; public static void Go() { } static void Take(string s) => Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("field that is read", Desk + "public int M() => Recruiting.Count;", "static class Recruiting { static Recruiting() => Job.Closed += Take; public static int Count; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("method that other assemblies may call", Desk, "public static class Recruiting { static Recruiting() => Job.Closed += Take; public static void Go() { } static void Take(string s) => Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("spoken of", Desk + "public void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Recruiting).TypeHandle);", "static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("spoken of under an alias of its namespace", Desk, """namespace Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } } namespace Outer { using Hiring = Inner; public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Hiring.Recruiting).TypeHandle); } }""")]
    [InlineData("spoken of under an alias of its own", Desk, """namespace Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } } namespace Outer { using Hiring = Inner.Recruiting; public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Hiring).TypeHandle); } }""")]
    [InlineData("spoken of with its namespace", Desk, """namespace Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } } namespace Outer { public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(global::Inner.Recruiting).TypeHandle); } }""")]
    [InlineData("spoken of where its namespace is used", Desk, """namespace Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } } namespace Outer { using Inner; public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Recruiting).TypeHandle); } }""")]
    [InlineData("spoken of in a namespace inside of its own", Desk, """namespace Far.Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } namespace More.Still { public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Recruiting).TypeHandle); } } }""")]
    [InlineData("of which objects may be made", Desk, "class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); }")]
    public Task ClassThatMayBeTouched_IsReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("constant", Desk + "public int M() => Recruiting.Issue;", "public static class Recruiting { static Recruiting() => Job.Closed += Take; public const int Issue = 3; static void Take(string s) => Mailer.Send(s); }")]
    [InlineData("constant, used by another class for the same purpose", "", """
        [ForPurpose("support")] public static class Booth { public static event Action<string>? Closed; public static void Close(Contact c) { Closed += static s => GC.KeepAlive(s); Closed.Invoke(c.Email); Closed = null; } }
        [ForPurpose("marketing")] public static class Recruiting { static Recruiting() => Booth.Closed += Take; public const int Issue = 12; static void Take(string s) => Mailer.Send(s); }
        [ForPurpose("marketing")] public static class Edition { public static void Send() => Mailer.Send(Recruiting.Issue); }
        public static class Case { public static void Run() { Edition.Send(); Booth.Close(new Contact()); } }
        """)]
    [InlineData("nothing but what speaks of another class of its name", Desk, """
        namespace Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send(s); } }
        namespace Outer { using Known = Far.Recruiting; public static class Recruiting { } public static class Starter { public static object M() => (typeof(Recruiting), typeof(Far.Recruiting), typeof(Known)); } }
        namespace Far { using static Inner.Numbers; public static class Recruiting { public static int Count => Many; } }
        namespace Inner { public static class Numbers { public const int Many = 3; } }
        """)]
    [InlineData("nothing", Desk, "static class Recruiting { static Recruiting() => Job.Closed += Take; public static void Go() { } static void Take(string s) => Mailer.Send(s); }")]
    public Task ClassThatNothingTouches_IsNotReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);
}
