using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Tests.Flows.Laws;

/// <summary>Stores, by exhaustion: all that one write makes in pairs and triples, all that two writes make one by one.</summary>
public sealed class StoreLawTests
{
    private static readonly string[] Segments = ["Acme.Box.Text", Segment.Elements, Segment.At(0), Segment.At("k"), Segment.At("K"), Segment.Keys, Segment.Unknown];

    private static readonly HeapObject[] Objects = [Universe.Made, Universe.Input];

    private static readonly (HeapObject, string)[] Parts = [.. from one in Objects from segment in Segments select (one, segment)];

    private static readonly FlowValue[] Values = [FlowValue.None, FlowValue.Of([Universe.Label(Universe.First)]), FlowValue.Of(Universe.Other)];

    private static readonly Func<Store, Store>[] Writes =
    [
        .. from one in Objects from segment in Segments from value in Values from replaces in new[] { true, false } select (Func<Store, Store>)(store => store.Write(one, segment, value, replaces)),
        static store => store.Clear(Universe.Made),
        static store => store.Clear(Universe.Input),
        static store => store.With(Universe.A, Values[1]),
        static store => store with { Thrown = Values[2] },
        static store => store with { References = store.References.With(Universe.A, FlatSet<Place>.Of(new VariablePlace(Universe.B))) },
        static store => store with { References = store.References.With(Universe.A, FlatSet<Place>.Of(new PartPlace(Universe.Made, Segments[0]))) },
    ];

    /// <summary>After one write at most.</summary>
    private static readonly IReadOnlyList<Store> Small = Distinct([Store.Empty, .. Writes.Select(static write => write(Store.Empty))]);

    /// <summary>After two writes at most, of which the first one put a label.</summary>
    private static readonly IReadOnlyList<Store> Large = Distinct([.. Small, .. from one in Objects from segment in Segments from replaces in new[] { true, false } from write in Writes select write(Store.Empty.Write(one, segment, Values[1], replaces))]);

    [Fact]
    public void Universe_IsLargeEnough()
    {
        Assert.InRange(Small.Count, 60, 100);
        Assert.InRange(Large.Count, 500, 2000);
    }

    [Fact]
    public void Join_IsCommutativeAndIdempotent()
    {
        foreach (var one in Small)
        {
            foreach (var two in Large)
            {
                Holds(one.Join(two).IsSame(two.Join(one)), one, two);
            }
        }

        Assert.All(Large, static one => Holds(one.Join(one with { Thrown = one.Thrown }).IsSame(one), one));
    }

    [Fact]
    public void Join_IsAssociative()
    {
        foreach (var one in Small)
        {
            foreach (var two in Small)
            {
                var join = one.Join(two);
                foreach (var three in Small)
                {
                    Holds(join.Join(three).IsSame(one.Join(two.Join(three))), one, two, three);
                }
            }
        }
    }

    /// <summary>What either knows is known, and of an object that was made here nothing else.</summary>
    [Fact]
    public void ReadAfterJoin_IsWhatEitherKnows()
    {
        foreach (var one in Small)
        {
            foreach (var two in Large)
            {
                var join = one.Join(two);
                foreach (var segment in Segments)
                {
                    foreach (var part in Objects)
                    {
                        Holds(Universe.IsWithin(one.Read(part, segment).And(two.Read(part, segment)), join.Read(part, segment)), one, two);
                    }

                    Holds(join.Read(Universe.Made, segment).Equals(one.Read(Universe.Made, segment).And(two.Read(Universe.Made, segment))), one, two);
                }

                Assert.Equal(one.Of(Universe.A).And(two.Of(Universe.A)), join.Of(Universe.A));
                Assert.Equal(one.Thrown.And(two.Thrown), join.Thrown);
                Assert.True(References(join).SetEquals(References(one).Concat(References(two))));
            }
        }
    }

    [Fact]
    public void Read_IsMonotone()
    {
        foreach (var one in Small)
        {
            foreach (var two in Large)
            {
                var join = one.Join(two);
                foreach (var (part, segment) in Parts)
                {
                    Holds(Universe.IsWithin(two.Read(part, segment), join.Read(part, segment)), one, two);
                }

                Holds(Universe.IsWithin(two.Deep(Whole), join.Deep(Whole)), one, two);
            }
        }
    }

    [Fact]
    public void Write_IsMonotone()
    {
        foreach (var one in Small)
        {
            foreach (var two in Small)
            {
                var join = one.Join(two);
                foreach (var write in Writes.Take(Writes.Length - 4))
                {
                    Store less = write(one), more = write(join);
                    foreach (var (part, segment) in Parts)
                    {
                        Holds(Universe.IsWithin(less.Read(part, segment), more.Read(part, segment)), one, two);
                    }
                }
            }
        }
    }

    [Fact]
    public void ValueThatReplaces_IsReadAlone()
        => Each(static (store, one, segment, value) =>
        {
            var after = store.Write(one, segment, value, true);
            var beside = Segments.Where(other => other != segment && MayBe(segment, other)).Aggregate(FlowValue.None, (all, other) => all.And(Held(store, one, other)));
            Holds(Universe.IsWithin(value, after.Read(one, segment)), store);
            Holds(Universe.IsWithin(after.Read(one, segment), value.And(beside)), store);
            Holds(after.Write(one, segment, value, true).IsSame(after), store);
        });

    [Fact]
    public void ValueThatDoesNotReplace_KeepsWhatWasThere()
        => Each(static (store, one, segment, value) => Holds(store.Write(one, segment, value, false).Read(one, segment).Equals(store.Read(one, segment).And(value)), store));

    [Fact]
    public void Write_LeavesOtherPartsAndOtherObjectsAsTheyWere()
        => Each(static (store, one, segment, value) =>
        {
            foreach (var replaces in new[] { true, false })
            {
                var after = store.Write(one, segment, value, replaces);
                foreach (var other in Segments)
                {
                    Assert.All(Objects.Where(part => !part.Equals(one)), part => Assert.Equal(store.Read(part, other), after.Read(part, other)));
                    if (!MayBe(other, segment) && other != segment)
                    {
                        Holds(store.Read(one, other).Equals(after.Read(one, other)), store);
                    }
                }
            }
        });

    [Fact]
    public void Clear_ForgetsElementsAndKeys_AndNothingElse()
        => Assert.All(Large, static store => Assert.All(Objects, one =>
        {
            var after = store.Clear(one);
            Assert.All(Segments.Skip(1), segment => Holds(after.Read(one, segment).IsNone, store, after));
            Assert.Equal(store.Write(one, Segment.Unknown, FlowValue.None, true).Read(one, Segments[0]), after.Read(one, Segments[0]));
            Assert.All(Segments, segment => Assert.All(Objects.Where(part => !part.Equals(one)), part => Assert.Equal(store.Read(part, segment), after.Read(part, segment))));
        }));

    [Fact]
    public void WhatIsHandedIn_IsWhatTheCallerKnows_UntilItIsWritten()
    {
        Assert.Equal(new InputObject(Universe.Own, new AccessPath(Segments[0])).Value, Store.Empty.Read(Universe.Input, Segments[0]));
        Assert.True(Store.Empty.Read(Universe.Made, Segments[0]).IsNone);

        // Too deep for a path of its own: it stands for itself and all behind it.
        var deep = new InputObject(Universe.Own, new AccessPath("a/b"));
        var read = Store.Empty.Read(deep, "c");
        Assert.Equal([deep], read.Objects);
        Assert.Equal([new InputOrigin(Universe.Own, new AccessPath("a/b/**"))], read.Taints.Select(static taint => taint.Origin));
    }

    [Fact]
    public void AllThatAValueHolds_HoldsNoMore()
        => Assert.All(Large, static store =>
        {
            var all = store.Deep(Whole);
            Holds(Universe.IsWithin(Whole, all) && store.Deep(all).Equals(all), store);
            Assert.All(Segments, segment => Holds(Universe.IsWithin(store.Read(Universe.Made, segment), all), store));
        });

    [Fact]
    public void Sameness_IsAnEquivalence()
    {
        foreach (var one in Small)
        {
            Holds(one.IsSame(one with { Thrown = one.Thrown }), one);
            foreach (var two in Small)
            {
                Holds(one.IsSame(two) == ReferenceEquals(one, two) && one.IsSame(two) == two.IsSame(one), one, two);
            }
        }
    }

    private static FlowValue Whole => FlowValue.Of(Universe.Made);

    private static HashSet<Place> References(Store store) => [.. store.References.Find(Universe.A) ?? FlatSet<Place>.Empty];

    private static FlowValue Held(Store store, HeapObject one, string segment) => store.Write(one, Segment.Unknown, FlowValue.None, true).Read(one, segment).And(store.Read(one, segment));

    /// <summary>Whether what is read at one step may have been written at another.</summary>
    private static bool MayBe(string read, string written)
        => written == Segment.Unknown
            || (Segment.IsElement(read) && Segment.IsElement(written) && (read == Segment.Elements || written == Segment.Elements || Segment.AreAlike(read, written)));

    private static void Each(Action<Store, HeapObject, string, FlowValue> law)
    {
        foreach (var store in Large)
        {
            foreach (var one in Objects)
            {
                foreach (var segment in Segments)
                {
                    law(store, one, segment, Values[1]);
                    law(store, one, segment, Values[2]);
                }
            }
        }
    }

    private static IReadOnlyList<Store> Distinct(IReadOnlyList<Store> stores)
    {
        var found = new List<Store>();
        foreach (var group in stores.GroupBy(Text))
        {
            found.AddRange(group.Where((one, i) => !group.Take(i).Any(one.IsSame)));
        }

        return found;
    }

    private static void Holds(bool law, params Store[] stores)
    {
        if (!law)
        {
            Assert.Fail(string.Join(" · ", stores.Select(Text)));
        }
    }

    private static string Text(Store store)
        => string.Join("; ", store.Heap.Select(static entry => (entry.Key.Object is MadeObject ? "made" : "input") + entry.Key.Segment + "=" + Text(entry.Value)).Concat(store.Variables.Select(static entry => entry.Key.Name + "=" + Text(entry.Value))).Order(StringComparer.Ordinal))
            + (store.Thrown.IsNone ? "" : " thrown") + string.Concat(References(store).Select(static place => " ref " + place));

    private static string Text(FlowValue value) => string.Join("+", value.Taints.Select(static taint => taint.Origin is InputOrigin input ? input.Path.Text : "label").Concat(value.Objects.Select(static one => one is InputObject input ? "<" + input.Path.Text + ">" : "object")).Order(StringComparer.Ordinal));
}
