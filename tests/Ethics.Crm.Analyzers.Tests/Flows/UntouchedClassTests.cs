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
    [InlineData("spoken of under an alias of an alias of its namespace", Desk, """namespace Far.Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } } namespace Outer { using One = Far.Inner; namespace More { using Two = One; public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Two.Recruiting).TypeHandle); } } }""")]
    [InlineData("spoken of under an alias of an alias of its own", Desk, """namespace Far.Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } } namespace Outer { using One = Far.Inner.Recruiting; namespace More { using Two = One; public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Two).TypeHandle); } } }""")]
    [InlineData("spoken of where an alias of its namespace is used", Desk, """namespace Far.Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } } namespace Outer { using One = Far; namespace More { using One.Inner; public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Recruiting).TypeHandle); } } }""")]
    [InlineData("spoken of with its namespace", Desk, """namespace Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } } namespace Outer { public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(global::Inner.Recruiting).TypeHandle); } }""")]
    [InlineData("spoken of where its namespace is used", Desk, """namespace Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } } namespace Outer { using Inner; public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Recruiting).TypeHandle); } }""")]
    [InlineData("spoken of in a namespace inside of its own", Desk, """namespace Far.Inner { static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); } namespace More.Still { public static class Starter { public static void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Recruiting).TypeHandle); } } }""")]
    [InlineData("which the run time starts with", Desk, "static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); [System.Runtime.CompilerServices.ModuleInitializer] internal static void Go() { } }")]
    [InlineData("in which a framework may find a method", Desk, "[AttributeUsage(AttributeTargets.Method)] sealed class FactAttribute : Attribute; static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); [Fact] static void Go() { } }")]
    [InlineData("that a framework may find", Desk, "[AttributeUsage(AttributeTargets.Class)] sealed class PlugInAttribute : Attribute; [PlugIn] static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send({|ECRM2002:s|}); }")]
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
    [InlineData("nothing, and a method is an extension", Desk, "[ForPurpose(\"marketing\")] static class Recruiting { static Recruiting() => Job.Closed += Take; internal static void Go(this string s) { } static void Take(string s) => Mailer.Send(s); }")]
    [InlineData("nothing", Desk, "static class Recruiting { static Recruiting() => Job.Closed += Take; public static void Go() { } static void Take(string s) => Mailer.Send(s); }")]
    public Task ClassThatNothingTouches_IsNotReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Fact]
    public Task FalseNegative_ClassThatOnlyATextNames_IsNotReported() => Flow.VerifyAsync(
        "named in a text",
        Desk + "public void M() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(Type.GetType(\"Recruiting\")!.TypeHandle);",
        types: "static class Recruiting { static Recruiting() => Job.Closed += Take; static void Take(string s) => Mailer.Send(s); }");

    [Fact]
    public Task ClassWithTheEntryOfTheProgram_IsReported() => Rules.VerifyWithContactAsync(
        """
        using System; using Acme.Crm; using Ethics.Crm;
        public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
        public class Job { public static event Action<string>? Closed; public void Close(Contact c) => Closed?.Invoke(c.Email); }
        static class Program { static Program() => Job.Closed += Take; static void Main() { } static void Take(string s) => Mailer.Send({|ECRM2002:s|}); }
        """,
        static check => check.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);
}
