namespace Ethics.Crm.Analyzers.Tests.SideCars;

/// <summary>The ways by which a compiled library hands values on. Each beside one that it does not hand on.</summary>
public sealed class LibraryShapeTests
{
    [Theory]
    [InlineData("member of an argument", "public sealed class Box { public string? Text; public string? Other; } public static class Lib { public static void Fill(Box box, string text) => box.Text = text; }", "var box = new Box(); Lib.Fill(box, {0}); {1}(box.Text); {2}(box.Other);")]
    [InlineData("out parameter", "public static class Lib { public static bool Split(string text, out string first, out int length) { first = text[..1]; length = 3; return true; } }", "Lib.Split({0}, out var first, out var length); {1}(first); {2}(length);")]
    [InlineData("ref parameter", "public static class Lib { public static void Add(ref string all, string text, ref int count) { all += text; count++; } }", "var all = \"\"; var count = 0; Lib.Add(ref all, {0}, ref count); {1}(all); {2}(count);")]
    [InlineData("constructor", "public sealed class Box(string text, int number) { public string Text => text; public int Number { get; } = number; }", "var box = new Box({0}, 3); {1}(box.Text); {2}(box.Number);")]
    [InlineData("record", "public sealed record Pair(string First, string Second);", "var pair = new Pair({0}, \"b\"); {1}(pair.First); {2}(pair.Second);")]
    [InlineData("computed property", "public sealed class Box { private string? kept; public string? Text { get => kept; set => kept = value?.Trim(); } public string Kind => \"box\"; }", "var box = new Box { Text = {0} }; {1}(box.Text); {2}(box.Kind);")]
    [InlineData("overwritten member", "public sealed class Box { public string? Text { get; set; } public Box Clear() { Text = null; return this; } }", "var box = new Box { Text = {0} }; {1}(box.Text); {2}(box.Clear().Text);")]
    [InlineData("lambda that is run", "public static class Lib { public static T Map<T>(string text, Func<string, T> map) => map(text); public static T Run<T>(string text, Func<string, T> map) => map(\"x\"); }", "{1}(Lib.Map({0}, t => t.Trim())); {2}(Lib.Run({0}, t => t.Trim()));")]
    [InlineData("base class", "public abstract class Base { public string? Text; protected void Keep(string text) => Text = text; public string Name() => \"b\"; } public sealed class Derived : Base { public void Put(string text) => Keep(text); }", "var one = new Derived(); one.Put({0}); {1}(one.Text); {2}(one.Name());")]
    [InlineData("class behind an interface", "public interface IText { string Of(string text); string Name(string text); } internal sealed class Text : IText { public string Of(string text) => text; public string Name(string text) => \"n\"; } public static class Lib { public static IText Make() => new Text(); }", "var text = Lib.Make(); {1}(text.Of({0})); {2}(text.Name({0}));")]
    [InlineData("override", "public class Line { public virtual string Of(string text) => \"\"; } public sealed class Loud : Line { public override string Of(string text) => text.ToUpperInvariant(); }", "Line line = new Loud(); {1}(line.Of({0})); {2}(new Line().Of({0}));")]
    [InlineData("extension", "public static class Lib { public static string Shout(this string text) => text.ToUpperInvariant(); public static int Zero(this string text) => 0; }", "{1}({0}.Shout()); {2}({0}.Zero());")]
    [InlineData("list", "public sealed class Bag { private readonly List<string> all = []; public void Put(string text) => all.Add(text); public string First() => all[0]; public int Size => all.Count; }", "var bag = new Bag(); bag.Put({0}); {1}(bag.First()); {2}(bag.Size);")]
    [InlineData("tuple", "public static class Lib { public static (string Text, string Kind) Of(string text) => (text, \"k\"); }", "var (text, kind) = Lib.Of({0}); {1}(text); {2}(kind);")]
    [InlineData("generic class", "public sealed class Holder<T> { private T? kept; public void Set(T value) => kept = value; public T? Get() => kept; public string Name() => typeof(T).Name; }", "var holder = new Holder<string>(); holder.Set({0}); {1}(holder.Get()); {2}(holder.Name());")]
    [InlineData("event", "public sealed class Bell { public event Action<string, string>? Rung; public void Ring(string text) => Rung?.Invoke(text, \"k\"); }", "var bell = new Bell(); string? got = null, kind = null; bell.Rung += (t, k) => { got = t; kind = k; }; bell.Ring({0}); {1}(got); {2}(kind);")]
    public Task ValueThatALibraryHandsOn_IsFollowed(string way, string library, string use)
    {
        Assert.NotEmpty(way);
        return TwoProjects.VerifyAsync(library, Program(use));
    }

    [Theory]
    [InlineData("task", "public static class Lib { public static async Task<string> OfAsync(string text) { await Task.Yield(); return text; } public static Task<int> CountAsync(string text) => Task.FromResult(1); }", "{1}(await Lib.OfAsync({0})); {2}(await Lib.CountAsync({0}));")]
    [InlineData("stream", "public static class Lib { public static async IAsyncEnumerable<string> Of(string text) { await Task.Yield(); yield return text; } public static IEnumerable<int> Numbers(string text) { yield return 1; } }", "await foreach (var one in Lib.Of({0})) {1}(one); foreach (var one in Lib.Numbers({0})) {2}(one);")]
    public Task ValueThatALibraryHandsOnLater_IsFollowed(string way, string library, string use)
    {
        Assert.NotEmpty(way);
        return TwoProjects.VerifyAsync(library, Program(use).Replace("public static void Run", "public static async Task Run", StringComparison.Ordinal));
    }

    /// <summary>{0} is a value of the contact, {1} takes what is reported, {2} what is not.</summary>
    private static string Program(string use)
    {
        var lines = use.Replace("{0}", "Mailer.Read(c)", StringComparison.Ordinal).Replace("{1}(", "\n        Mailer.Send(", StringComparison.Ordinal).Replace("{2}(", "\n        Mailer.Send/**/(", StringComparison.Ordinal).Split('\n')
            .Select(static line => line.Contains("Mailer.Send(", StringComparison.Ordinal) ? line.TrimEnd() + " //! ECRM2002" : line);
        return $$"""
            public static class Job
            {
                public static void Run(Contact c)
                {
                    {{string.Join("\n", lines)}}
                }
            }
            """;
    }
}
