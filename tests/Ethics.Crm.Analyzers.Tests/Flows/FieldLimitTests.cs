namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What a code base that nobody here wrote has shown and is not told apart yet; an improvement breaks these tests.</summary>
public sealed class FieldLimitTests
{
    private const string Service = "public class Info { public string Name { get; set; } = \"\"; } public interface IService { Info Get(); Task<Info> GetAsync(); void Put(object one); int Rate(string code); } ";

    /// <summary>A service may have kept what it handed out, and put into it what it was given later.</summary>
    [Fact]
    public Task FalseAlarm_ObjectThatAServiceHandedOutBefore()
        => Flow.VerifyAsync("service", "void M(Contact c, IService s) { var info = s.Get(); s.Put(c.Email); Mailer.Send(info.{|ECRM2002:Name|}); } void Clean(Contact c, IService s, IService other) { var info = other.Get(); s.Put(c.Email); Mailer.Send(info.Name); }", types: Service);

    /// <summary>It may be of a class beneath, whose text tells more.</summary>
    [Fact]
    public Task FalseAlarm_TextOfAnObjectThatCodeFromElsewhereHandsOut()
        => Flow.VerifyAsync("text", "void M(Contact c, IService s) { s.Put(c.Email); Mailer.Send({|ECRM2002:$\"no {s.Get()}\"|}); } void Clean(Contact c, IService s) { s.Put(c.Email); Mailer.Send($\"no {new Info()}\"); }", types: Service);

    /// <summary>What another process answers is its own, and code that nobody knows may hand back what it was given.</summary>
    [Fact]
    public Task FalseAlarm_AnswerOfAnotherProcess()
        => Flow.VerifyAsync("answer", "async Task M(Contact c, System.Net.Http.HttpClient h) { var answer = await h.PostAsync(\"https://example.org\", new System.Net.Http.StringContent(c.Email)); Mailer.Send({|ECRM2002:await answer.Content.ReadAsStringAsync()|}); } async Task Clean(System.Net.Http.HttpClient h) => Mailer.Send(await h.GetStringAsync(\"https://example.org\"));");

    /// <summary>A rate that is looked up by a postcode is a number from a table; in another project, nobody knows.</summary>
    [Fact]
    public Task FalseAlarm_NumberThatCodeFromElsewhereLooksUp()
        => Flow.VerifyAsync("number", "void M(Contact c, IService s) { var total = 3 * s.Rate(c.Email); Mailer.Send({|ECRM2002:total|}); } void Clean(Contact c, IService s) { var total = 3 * s.Rate(c.Name); Mailer.Send(total); }", types: Service);

    /// <summary>A view with dozens of tag helpers: each is made by code from elsewhere out of what it was handed before. Where hundreds hold each other, they are taken for one.</summary>
    [Fact]
    public async Task MethodInWhichHundredsOfObjectsHoldEachOther_IsFollowedMoreCoarsely()
    {
        Assert.Equal(["ECRM2002"], await FoundAsync(4));
        Assert.Equal(["ECRM2002"], await FoundAsync(120));
    }

    /// <summary>What was put into another one of them is taken for what comes out of this one.</summary>
    [Fact]
    public async Task FalseAlarm_OneOfHundredsOfObjectsThatHoldEachOther()
    {
        const string Apart = "var one = Activator.CreateInstance<IPart>(); var other = Activator.CreateInstance<IPart>(); other.With(\"\", c.Email); ";
        Assert.Empty(await FoundAsync(4, Apart, "one"));
        Assert.Equal(["ECRM2002"], await FoundAsync(120, Apart, "one"));
    }

    [Fact]
    public async Task FalseNegative_MethodInWhichThousandsOfObjectsHoldEachOther_IsToldAndGivenUp()
    {
        var told = await FoundAsync(1500);
        Assert.Contains("ECRM9002", told);
        Assert.DoesNotContain("ECRM2002", told);
    }

    private static async Task<string[]> FoundAsync(int count, string apart = "", string shown = "all")
    {
        var calls = string.Concat(Enumerable.Range(1, count).Select(number => $"var p{number} = p{number - 1}.With(p{number / 2}, all); all.With(p{number}, {(apart.Length == 0 ? "c.Email" : "\"\"")}); "));
        var found = await FlowRun.OverAsync([("Job.cs", "using System; using Ethics.Crm; using Acme.Crm; static class Mailer { [ForPurpose(\"marketing\")] public static void Send(object value) { } } interface IPart { IPart With(object one, object two); string Text(); } class Job { void M(Contact c, IPart p0, IPart all) { " + calls + apart + $"Mailer.Send({shown}.Text()); }} }}")]);
        return [.. found.Select(static one => one.Id).Distinct()];
    }

    /// <summary>What one project may take is bounded as a whole. What comes after it is told, and not blamed on itself.</summary>
    [Fact]
    public async Task FalseNegative_MethodBehindManyThatTakeAllTheTime_IsToldAsNotFollowed()
    {
        const string Parts = "using Ethics.Crm; using Acme.Crm; static class Mailer { [ForPurpose(\"marketing\")] public static void Send(object value) { } } interface IPart { IPart With(object one, object two); string Text(); } class Job { ";
        var calls = string.Concat(Enumerable.Range(1, 1500).Select(static number => $"var p{number} = p{number - 1}.With(p{number / 2}, all); all.With(p{number}, c.Email); "));
        var heavy = string.Concat(Enumerable.Range(1, 16).Select(number => $"void M{number}(Contact c, IPart p0, IPart all) {{ {calls}Mailer.Send(all.Text()); }} "));

        var found = await FlowRun.OverAsync([("Job.cs", Parts + heavy + "void Last(Contact c) => Mailer.Send(c.Email); }")]);

        Assert.Contains(found, static one => one.Message.Contains("takes too long", StringComparison.Ordinal));
        Assert.Contains(found, static one => one.Id == "ECRM9002" && one.Message.Contains("all the time that one project may take", StringComparison.Ordinal));
    }

    /// <summary>What the framework kept, and hands to a function long after; and what the second of two combined delegates finds where the first has put something.</summary>
    [Theory]
    [InlineData("many one after the other", "delegate void Op(ref string a, ref string b); void M(Contact c) { Op op = (ref string a, ref string b) => a = c.Email; op += (ref string a, ref string b) => b = a; var x = \"\"; var y = \"\"; op(ref x, ref y); Mailer.Send(y); }")]
    [InlineData("object in a context of the framework", "void M(Contact c) { var n = new Note { Text = c.Email }; var t = Task.Factory.StartNew(s => n.Text, n); t.ContinueWith(x => Mailer.Send(((Note)x.AsyncState!).Text)); }", "public class Note { public string Text = \"\"; }")]
    [InlineData("lambda gets a box of it", "void M(Contact c) { var n = new Note { Text = c.Email }; var l = new System.Threading.AsyncLocal<Note>(x => Mailer.Send(x.CurrentValue!.Text)); l.Value = n; }", "public class Note { public string Text = \"\"; }")]
    [InlineData("comparer of a lambda", "void M(Contact c) { var o = Comparer<string>.Create((a, b) => { Mailer.Send(a); return 0; }); o.Compare(c.Email, \"\"); }")]
    [InlineData("comparer of a lambda, objects", "void M(Contact c) { var n = new Note { Text = c.Email }; var o = Comparer<Note>.Create((a, b) => { Mailer.Send(a.Text); return 0; }); o.Compare(n, n); }", "public class Note { public string Text = \"\"; }")]
    public Task FalseNegative_WhatTheFrameworkHandsBackLater_IsNotFollowed(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);
}
