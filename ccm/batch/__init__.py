"""Batch runs: records in, one sealed outcome for each, in a folder that proves itself.

    records/  ->  intake  ->  supervisor  ->  journal  ->  manifest  ->  certificate
    what came     ids and     children        what is      in row        written last:
    in            file names  render          done         order         then it is finished

`run`, `resume`, `status`, `verify`, `repair`, `retry` and `take_out` are the use cases, one file each.
"""
