using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy.Resolution;

/// <summary>
/// Which rules concern which category: those on it, on what lies above it, and on everything that it is derived from, however far and in circles too.
/// The derivations are a graph; what its strongly connected parts reach is computed once (Tarjan 1972, without recursion: a file may chain thousands), so that the
/// time is that of walking the graph.
/// </summary>
internal sealed class RuleReach
{
    private readonly IReadOnlyDictionary<string, CategoryEntry> _declared;
    private readonly int _words;
    private readonly Dictionary<string, ulong[]> _denying = new(StringComparer.Ordinal);
    private readonly DottedSet _denied;
    private readonly DottedSet _deriving;

    // Nodes: names that some derivedFrom mentions. What each reaches, itself included.
    private readonly Dictionary<string, ulong[]> _reached = new(StringComparer.Ordinal);

    public RuleReach(IReadOnlyDictionary<string, CategoryEntry> declared, IReadOnlyList<ResolvedRule> rules)
    {
        _declared = declared;
        _words = (rules.Count + 63) / 64;
        for (var i = 0; i < rules.Count; i++)
        {
            foreach (var category in rules[i].Entry.DenyCategories)
            {
                if (!_denying.TryGetValue(category, out var bits))
                {
                    _denying.Add(category, bits = new ulong[_words]);
                }

                bits[i / 64] |= 1UL << (i % 64);
            }
        }

        _denied = new(_denying.Keys);
        _deriving = new(declared.Where(c => c.Value.DerivedFrom.Count > 0).Select(c => c.Key));
        foreach (var name in _deriving.Names.SelectMany(n => declared[n].DerivedFrom))
        {
            if (!_reached.ContainsKey(name))
            {
                Visit(name);
            }
        }
    }

    /// <summary>Places in the list of rules, ascending.</summary>
    public IEnumerable<int> Of(string category)
    {
        if (_words == 0)
        {
            yield break;
        }

        var bits = new ulong[_words];
        foreach (var name in Dotted.SelfAndAncestors(category))
        {
            Add(bits, _denying, name);
            foreach (var origin in DerivedFrom(name))
            {
                Add(bits, _reached, origin);
            }
        }

        for (var i = 0; i < _words * 64; i++)
        {
            if ((bits[i / 64] & (1UL << (i % 64))) != 0)
            {
                yield return i;
            }
        }
    }

    /// <summary>"Derived from financial" speaks of that whole branch, so a rule on financial.card is a rule on an origin, and what the card is derived from is one too.</summary>
    private ulong[] Direct(string origin)
    {
        var bits = new ulong[_words];
        foreach (var name in Dotted.SelfAndAncestors(origin).Concat(_denied.CoveredBy(origin)))
        {
            Add(bits, _denying, name);
        }

        return bits;
    }

    private IEnumerable<string> Next(string origin) => Dotted.SelfAndAncestors(origin).Concat(_deriving.CoveredBy(origin)).SelectMany(DerivedFrom);

    private IReadOnlyList<string> DerivedFrom(string name) => _declared.TryGetValue(name, out var entry) ? entry.DerivedFrom : [];

    private void Visit(string start)
    {
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<string>();
        var path = new Stack<Frame>();
        Enter(start);
        while (path.Count > 0)
        {
            var frame = path.Peek();
            if (frame.Next.MoveNext())
            {
                var next = frame.Next.Current;
                if (_reached.TryGetValue(next, out var closed))
                {
                    Add(frame.Bits, closed);
                }
                else if (number.TryGetValue(next, out var earlier))
                {
                    frame.Low = Math.Min(frame.Low, earlier);
                }
                else
                {
                    Enter(next);
                }
            }
            else
            {
                Leave(path.Pop());
            }
        }

        void Enter(string name)
        {
            path.Push(new(name, number.Count, Direct(name), Next(name).GetEnumerator()));
            open.Push(name);
            number.Add(name, number.Count);
        }

        void Leave(Frame frame)
        {
            // All of one circle lie beneath the one that was entered first, and reach what it reaches.
            for (var last = frame.Low < frame.Number ? frame.Name : ""; last != frame.Name;)
            {
                last = open.Pop();
                _reached.Add(last, frame.Bits);
            }

            if (path.Count > 0)
            {
                path.Peek().Low = Math.Min(path.Peek().Low, frame.Low);
                Add(path.Peek().Bits, frame.Bits);
            }
        }
    }

    private static void Add(ulong[] bits, Dictionary<string, ulong[]> from, string name)
    {
        if (from.TryGetValue(name, out var more))
        {
            Add(bits, more);
        }
    }

    private static void Add(ulong[] bits, ulong[] more)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] |= more[i];
        }
    }

    private sealed class Frame(string name, int number, ulong[] bits, IEnumerator<string> next)
    {
        public string Name { get; } = name;

        public int Number { get; } = number;

        public ulong[] Bits { get; } = bits;

        public IEnumerator<string> Next { get; } = next;

        public int Low { get; set; } = number;
    }
}
