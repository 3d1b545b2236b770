using Ethics.Crm.Runtime;

namespace Ethics.Crm.Bulk;

/// <content>All of a list: as long as slots say all there is to say, nothing is called for each.</content>
internal sealed partial class PermissionJudge<T>
{
    // A million objects are some thirty of these: enough for each processor, and few to look through.
    private const int SectionLength = 1 << 15;

    /// <summary>Puts each of the objects where it belongs.</summary>
    /// <remarks>
    /// A long list lies in sections, which all processors sort as far as slots tell, where nothing is waited for and no lock is taken, and only if nobody's id is found by code of the application,
    /// which may wait for a lock that the caller holds. What is left has to be looked at more closely: that, and every failure, is for whoever asked.
    /// </remarks>
    public SortedItems<T>[] Sort(T[] items)
    {
        var sections = new SortedItems<T>[Math.Max(1, (items.Length + SectionLength - 1) / SectionLength)];
        var reached = new int[sections.Length];
        var failed = new bool[sections.Length];
        for (var i = 0; i < sections.Length; i++)
            BeginSection(i);
        if (sections.Length > 1 && Environment.ProcessorCount > 1)
        {
            if (Array.Find(items, static item => item is not null) is { } first)
                Know(first);
            if (_typeSlots?.RunsNoOtherCode == true)
                new SharedPieces(sections.Length, SortAhead).Do();
        }

        for (var i = 0; i < sections.Length; i++)
        {
            if (failed[i])
                BeginSection(i);
            Sort(items, reached[i], EndOf(i), sections[i]);
        }

        return sections;

        void BeginSection(int section)
        {
            reached[section] = section * SectionLength;
            sections[section] = new(EndOf(section) - reached[section]);
        }

        int EndOf(int section) => Math.Min(items.Length, (section + 1) * SectionLength);

        void SortAhead(int section)
        {
            try
            {
                reached[section] = SortByReasonsKnown(items, reached[section], EndOf(section), sections[section], new Row());
            }
            catch (Exception)
            {
                // Whoever asked meets it in its turn, memory that ran out too: there is nobody else to tell it to.
                failed[section] = true;
            }
        }
    }

    private void Sort(T[] items, int first, int end, SortedItems<T> sorted)
    {
        var row = new Row();
        for (var i = first; i < end; i++)
        {
            i = SortByReasonsKnown(items, i, end, sorted, row);
            if (i == end)
                break;
            var item = items[i];
            if (Against(item) is { } decision)
                sorted.Refuse(item, decision);
            else
                sorted.Permit(item);
        }
    }

    /// <summary>Goes on as long as slots say all there is to say, reasons included. Changes nothing of the judge but the reasons that it knows.</summary>
    /// <returns>The first object that has to be looked at more closely.</returns>
    private int SortByReasonsKnown(T[] items, int first, int end, SortedItems<T> sorted, Row row)
    {
        if (_question is not { } question || _typeSlots is not { } slots)
            return first;
        var cursor = row.CursorOf(question);
        while (first < end)
        {
            var count = row.Fetch(items, first, end, slots.Loops);
            for (cursor.At = 0; cursor.At < count;)
            {
                var from = cursor.At;
                slots.Loops.JudgeWithReasons(row.Items, count, cursor);
                if (cursor.At > from)
                    sorted.Add(row.Items, from, cursor.At, cursor.Allowed);
                if (cursor.At == count)
                    break;
                // Those who refuse do it in a few ways, which they share.
                if (row.Items[cursor.At] is not { } item || item.GetType() != question.Type || slots.Held(item)?.Reasons is not { } reasons
                    || ReferenceEquals(reasons, cursor.Reasons) || !ReferenceEquals(reasons.Host, _host) || reasons.Against(_purpose) is not { } reason)
                {
                    row.EndedAt(cursor.At);
                    return first + cursor.At;
                }

                cursor.Reasons = reasons;
                sorted.Because(OfPeople(reason));
            }

            first += count;
        }

        return end;
    }

    /// <summary>Some objects in a row, fetched once, and judged and sorted from here: another thread may put others into the list.</summary>
    private sealed class Row
    {
        private readonly SlotCursor _cursor = new();

        // Objects that stand between others of which slots do not tell are not fetched again for each of these.
        private int _length = SlotCursor.Longest;

        public T[] Items { get; } = new T[SlotCursor.Longest];

        public SlotCursor CursorOf(SlotQuestion question)
        {
            _cursor.Ask(question);
            return _cursor;
        }

        /// <returns>How many.</returns>
        public int Fetch(T[] items, int first, int end, SlotLoops<T> loops)
        {
            var count = Math.Min(_length, end - first);
            Array.Copy(items, first, Items, 0, count);
            if (SlotLook.FetchesAhead && end - first - count >= SlotLoops<T>.Ahead)
                loops.FetchAhead(items, first + count);
            _length = Math.Min(Items.Length, _length * 2);
            return count;
        }

        /// <summary>A row ended before its last object.</summary>
        /// <param name="at">There.</param>
        public void EndedAt(int at) => _length = Math.Min(Items.Length, (at + 1) * 2);
    }
}
